"""Side conditions and well-formedness: what must be shown before a line means anything."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Basic, Contains, Dummy, Expr, Mul, S, Symbol, Tuple, false, nan, zoo
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.reality import is_real
from ..language.binder import Binder, Term
from ..language.claims import AlmostSurely, Always, Claim, Covers, Finite
from ..language.dependence import Dependence
from ..language.distribution import Distribution
from ..language.domains import carried
from ..language.images import Map
from ..language.joint import size_of
from ..language.models import Coordinates, Entry
from ..language.operators import Derivative, Extremum, Limit, Product, Ranged, Sum, Total
from ..language.terms import Density, Expectation, Measured, Value, Variance
from .rule import Rejected, Shown, book

_UNREAL = (S.ImaginaryUnit, nan, zoo, S.Infinity, S.NegativeInfinity)



class Conditions:
    """The conditions shown so far, and the rules that showed them."""

    def __init__(self) -> None:
        self.conditions: dict[Boolean, None] = {}
        self.rules: dict[str, None] = {}

    def show(self, condition: Boolean, given: Given) -> None:
        """Show a condition, from the facts or by rules of the book; or raise Rejected."""
        rules = _shown_by(condition, given, {})
        if rules is None:
            raise Rejected(f"the condition {condition} is not shown")
        self.conditions[condition] = None
        self.rules.update(dict.fromkeys(rules))

    def show_all(self, needs: Iterable[Shown]) -> None:
        for need in needs:
            self.show(need.condition, need.given)


def holds(condition: Boolean, given: Given) -> bool:
    """Whether a condition can be shown."""
    return _shown_by(condition, given, {}) is not None


def _shown_by(condition: Boolean, given: Given, tried: dict[Boolean, None]) -> tuple[str, ...] | None:
    """The rules by which a condition is shown (none, if the facts suffice), or None.

    `tried` are the conditions that stand open or have failed: a condition never rests on itself.
    """
    known = given._shown.get(condition)
    if known is not None:
        return known
    if condition in tried:
        return None
    tried[condition] = None
    rules: tuple[str, ...] | None = () if given.proves(condition) else _by_rules(condition, given, tried)
    if rules is not None:
        given._shown[condition] = rules
    return rules


def _by_rules(condition: Boolean, given: Given, tried: dict[Boolean, None]) -> tuple[str, ...] | None:
    if not isinstance(condition, Claim):
        return None
    if isinstance(condition, Finite) and not isinstance(condition.args[0], Term):
        return _all_shown([Finite(a) for a in condition.args[0].atoms(Term)], given, tried)
    for rule in book().values():
        for needs in rule.implied_by(condition, given):
            rules = _all_shown(needs, given, tried)
            if rules is not None:
                return (rule.name, *rules)
    return None


def _all_shown(needs: Iterable[Boolean], given: Given, tried: dict[Boolean, None]) -> tuple[str, ...] | None:
    found: tuple[str, ...] = ()
    for need in needs:
        rules = _shown_by(need, given, tried)
        if rules is None:
            return None
        found += rules
    return found


def well_formed(e: Expr, given: Given, shown: Conditions) -> None:
    """The line is ±∞, or one term, or an expression whose parts are real, finite and defined."""
    if e in (S.Infinity, S.NegativeInfinity):
        return
    _defined(e, given, shown, whole=True)


def assumable(given: Given) -> None:
    """Only what may be true of some law may be assumed: nothing false, nothing about laws that are known."""
    for fact in given.facts:
        if fact == false or any(false in b.args for b in fact.atoms(Always, AlmostSurely)):
            raise Rejected("a condition of a law cannot hold: the assumptions contain a false one")
        if not all(map(_is_open, _subjects(fact))) and not holds(fact, Given(given.facts - {fact})):
            raise Rejected(f"{fact} is about known laws, so it must be shown and cannot be assumed")


def _subjects(fact: Basic) -> list[Basic]:
    """What a fact speaks of: its terms, or the claim itself."""
    if isinstance(fact, Term | Covers | Dependence):
        return [fact]
    return [t for a in fact.args for t in _subjects(a)]


def _is_open(subject: Basic) -> bool:
    """Whether it depends on something arbitrary."""
    return bool(subject.atoms(Value, Entry)) or any(law.is_arbitrary for law in subject.atoms(Distribution))


def _defined(e: Basic, given: Given, shown: Conditions, whole: bool = False) -> None:
    if e in _UNREAL or e.is_Float or (isinstance(e, Symbol) and (not e.is_real or false in carried(e, e))):
        raise Rejected(f"{e} is not an exact real number")
    if isinstance(e, Term):
        _term(e, given, shown)
        if not whole:
            shown.show(Finite(e), given)
        return
    for a in e.args:
        _defined(a, given, shown)
    if e.args and not isinstance(e, Add | Mul) and not is_real(e, given):
        raise Rejected(f"{e} is not known to be a real number")


def _term(e: Term, given: Given, shown: Conditions) -> None:
    several = isinstance(e, Variance) and size_of(e.args[0]) != 1
    if several or isinstance(e, Always | AlmostSurely | Map | Coordinates):
        raise Rejected(f"{e} is no quantity")
    if isinstance(e, Entry):
        shown.show(Contains(e.args[1], S.Integers), given)
    shown.show_all(Shown(c, given) for c in e.needs())
    if isinstance(e, Density) and size_of(e.args[0]) != len(e.args) - 1:
        raise Rejected(f"{e} has the wrong number of variables")
    if not isinstance(e, Binder):
        for a in e.args:
            _part(a, given, shown, whole=isinstance(e, Measured))
        return
    for a in e.outer:
        if a not in (S.Infinity, S.NegativeInfinity) or not isinstance(e, Ranged | Extremum | Limit):
            _part(a, given, shown)
    _range(e, given, shown)
    _part(e.body, given.under(e), shown, whole=isinstance(e, Derivative | Extremum | Limit))


def _range(e: Binder, given: Given, shown: Conditions) -> None:
    """The range is no empty one, and in it the bound variables are what their symbols say that they are."""
    drawn = isinstance(e, Expectation | Total)
    if e.captures or (drawn and size_of(e.outer[0]) != len(e.variables)):
        raise Rejected(f"the bound variables of {e} do not fit")
    if isinstance(e, Limit) and e.outer[1] not in (1, -1):
        raise Rejected(f"{e} has no side")
    if isinstance(e, Ranged | Extremum):
        low, high = e.outer
        counted = isinstance(e, Sum | Product)
        shown.show(low <= high + 1 if counted else low < high, given)
        for end in (low, high) if counted else ():
            if end != S.Infinity:
                shown.show(Contains(end, S.Integers), given)
    plain = [Dummy(v.name, real=True) for v in e.variables]
    told = [c for v, fresh in zip(e.variables, plain, strict=True) for c in carried(v, fresh)]
    if told and not all(map(given.under(e.renamed(plain)).proves, told)):
        raise Rejected(f"the bound variables of {e} are not known to be what their symbols say in its range")


def _coordinates(e: Coordinates, given: Given, shown: Conditions) -> None:
    """The laws of many coordinates, each at its place."""
    _range(e, given, shown)
    _part(e.body, given.under(e), shown)


def _part(a: Basic, given: Given, shown: Conditions, whole: bool = False) -> None:
    if isinstance(a, Distribution):
        for c in a.conditions():
            shown.show(c, given)
        for b in a.args:
            if not isinstance(b, Map):  # the maps of an image law are shown to be inverse to each other instead
                _coordinates(b, given, shown) if isinstance(b, Coordinates) else _part(b, given, shown)
    elif isinstance(a, Tuple):
        for b in a.args:
            _part(b, given, shown)
    elif isinstance(a, Expr):
        _defined(a, given, shown, whole)
