"""Side conditions and well-formedness: what must be shown before a line means anything."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Basic, Contains, Dummy, Expr, Mul, Pow, S, Symbol, false, nan, zoo
from sympy import functions as f
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.binder import Binder, Term
from ..language.distribution import Distribution, Map
from ..language.domains import carried
from ..language.terms import Claim, Extremum, Finite, Product, Ranged, SelfInformation, Sum
from .rule import Rejected, Shown, book

_UNREAL = (S.ImaginaryUnit, nan, zoo, S.Infinity, S.NegativeInfinity)
_POSITIVE_ARGUMENT = (f.log, f.gamma, f.loggamma)
_REAL_ARGUMENT = (f.exp, Abs, f.erf, f.erfc, f.atan, f.sinh, f.cosh)


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
        if fact == false:
            raise Rejected("a condition of a law cannot hold: the assumptions contain a false one")
        laws = fact.atoms(Distribution)
        if laws and not any(law.is_arbitrary for law in laws) and not holds(fact, Given(given.facts - {fact})):
            raise Rejected(f"{fact} is about known laws, so it must be shown and cannot be assumed")


def _defined(e: Basic, given: Given, shown: Conditions, whole: bool = False) -> None:
    if e in _UNREAL or e.is_Float or (isinstance(e, Symbol) and not e.is_real):
        raise Rejected(f"{e} is not an exact real number")
    if isinstance(e, Term):
        _term(e, given, shown)
        if not whole:
            shown.show(Finite(e), given)
        return
    for a in e.args:
        _defined(a, given, shown)
    if e.args and not isinstance(e, Add | Mul):
        _function(e, given)


def _function(e: Basic, given: Given) -> None:
    """The argument lies where the function is real and defined."""
    if isinstance(e, Pow):
        fine = (
            given.positive(e.base)
            or (e.exp.is_integer and (given.nonzero(e.base) or given.nonnegative(e.exp)))
            or (given.nonnegative(e.base) and given.positive(e.exp))
        )
    elif isinstance(e, _POSITIVE_ARGUMENT):
        fine = given.positive(e.args[0])
    elif isinstance(e, f.polygamma):
        fine = e.args[0].is_Integer and e.args[0] >= 0 and given.positive(e.args[1])
    elif isinstance(e, f.beta):
        fine = all(map(given.positive, e.args))
    elif isinstance(e, f.factorial | f.binomial):
        fine = all(a.is_integer for a in e.args) and all(map(given.nonnegative, e.args))
    elif isinstance(e, f.zeta):
        fine = given.positive(e.args[0] - 1)
    else:
        fine = isinstance(e, _REAL_ARGUMENT)
    if not fine:
        raise Rejected(f"{e} is not known to be a real number")


def _term(e: Term, given: Given, shown: Conditions) -> None:
    if isinstance(e, SelfInformation) and not given.positive(e.args[0]):
        raise Rejected(f"{e.args[0]} is not known to be positive")
    if not isinstance(e, Binder):
        for a in e.args:
            _part(a, given, shown)
        return
    for a in e.outer:
        _part(a, given, shown)
    _range(e, given, shown)
    _part(e.body, given.under(e), shown)


def _range(e: Binder, given: Given, shown: Conditions) -> None:
    """The range is no empty one, and in it the bound variables are what their symbols say that they are."""
    if isinstance(e, Ranged | Extremum):
        low, high = e.outer
        counted = isinstance(e, Sum | Product)
        shown.show(low <= high + 1 if counted else low < high, given)
        for end in (low, high) if counted else ():
            if end != S.Infinity:
                shown.show(Contains(end, S.Integers), given)
    plain = [Dummy(v.name, real=True) for v in e.variables]
    inner = given.under(e.renamed(plain))
    for v, fresh in zip(e.variables, plain, strict=True):
        if not all(inner.proves(c) for c in carried(v, fresh)):
            raise Rejected(f"{v} is not known to be what its symbol says in the range of {e}")


def _part(a: Basic, given: Given, shown: Conditions) -> None:
    if isinstance(a, Distribution):
        for c in a.conditions():
            shown.show(c, given)
        for b in a.args:
            if not isinstance(b, Map):  # the maps of an image law are shown to be inverse to each other instead
                _part(b, given, shown)
    elif isinstance(a, Term):
        _term(a, given, shown)
    elif isinstance(a, Expr) and a not in (S.Infinity, S.NegativeInfinity):
        _defined(a, given, shown)
