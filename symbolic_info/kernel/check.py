"""The kernel: the only code that makes a Theorem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NoReturn

from sympy import Basic, Dummy, Expr, S, expand_mul
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.point import admissible_point
from ..exact.signs import NONNEGATIVE, NONPOSITIVE, POSITIVE, Signs
from ..exact.zero import is_zero, normal
from .conditions import Conditions, assumable, well_formed
from .derivation import FLIPPED, Derivation, Step
from .exactly import exact
from .matching import instances
from .rule import Outcome, Reason, Rejected, Rule, Shown, book, rewritten

_SEAL = object()


@dataclass(frozen=True)
class Claim:
    """`left relation right` wherever the facts hold."""

    left: Expr
    relation: str
    right: Expr
    given: Given


class Theorem:
    """A claim, the derivation that proves it, the conditions that were shown, all rules that it rests on.

    `equality` lists, for an inequality, the conditions under which both sides are equal, and no
    others; None where that is not known.  `point` is an admissible point: without one the
    assumptions may contradict each other, and the theorem is vacuous.
    """

    __slots__ = ("claim", "conditions", "derivation", "equality", "point", "rules")
    claim: Claim
    derivation: Derivation
    conditions: tuple[Boolean, ...]
    rules: tuple[str, ...]
    equality: tuple[Boolean, ...] | None
    point: Mapping[Expr, Expr] | None

    def __init__(self, seal: object, **parts: Any) -> None:
        if seal is not _SEAL:
            raise TypeError("only check() makes a Theorem")
        for name in self.__slots__:
            object.__setattr__(self, name, parts[name])

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("a Theorem has no other kinds")

    def __setattr__(self, *_: object) -> NoReturn:
        raise AttributeError("a Theorem does not change")

    def __delattr__(self, _: str) -> NoReturn:
        raise AttributeError("a Theorem does not change")

    def __reduce_ex__(self, _: object) -> NoReturn:
        raise TypeError("a Theorem is not copied: check its derivation again")

    @property
    def status(self) -> str:
        return "vacuous" if self.point is None else "proved"

    def __repr__(self) -> str:
        c = self.claim
        return f"Theorem({c.left} {c.relation} {c.right}; {self.status})"


@lru_cache(maxsize=4_000)
def check(derivation: Derivation) -> Theorem:
    """Replay every step; make the theorem, or raise Rejected at the first step that does not follow."""
    derivation = exact(derivation)
    given, shown = derivation.given, Conditions()
    assumable(given)
    well_formed(derivation.start, given, shown)
    equality: tuple[Boolean, ...] | None = ()
    here = derivation.start
    for number, step in enumerate(derivation.steps, 1):
        try:
            for reason in step.by:
                _known(reason)
            well_formed(step.result, given, shown)
            tight = _follows(here, step, given, shown)
        except (Rejected, RecursionError) as why:
            raise Rejected(f"step {number}: {why}") from None
        shown.rules.update(dict.fromkeys(name for r in step.by for name in _rests_on(r)))
        equality = None if equality is None or tight is None else equality + tight
        here = step.result
    claim = Claim(derivation.start, _overall(derivation), here, given)
    point = admissible_point(given, derivation.lines)
    return Theorem(
        _SEAL,
        claim=claim,
        derivation=derivation,
        conditions=tuple(shown.conditions),
        rules=tuple(shown.rules),
        equality=equality,
        point=None if point is None else MappingProxyType(point),
    )


@dataclass(frozen=True)
class Citation:
    """A checked theorem, used as a rule: its laws and symbols stand for any, its conditions are shown again."""

    name: str
    derivation: Derivation

    @property
    def heads(self) -> tuple[type, ...]:
        claim = check(self.derivation).claim
        return tuple(type(side.as_coeff_Mul()[1]) for side in (claim.left, claim.right) if not side.is_number)

    def outcomes(self, node: Any, given: Given) -> Iterator[Outcome]:
        yield from instances(check(self.derivation), node)

    def __hash__(self) -> int:
        return hash(self.name)


def _known(reason: Reason) -> None:
    """A rule must stand in the book, a citation must be a theorem that is not vacuous."""
    if type(reason) is Citation:
        if check(reason.derivation).status != "proved":
            raise Rejected(f"{reason.name} is vacuous")
    elif type(reason) is not Rule or reason.name not in book() or book()[reason.name].cases is not reason.cases:
        raise Rejected(f"{reason.name} is no rule of the book")


def _rests_on(reason: Reason) -> tuple[str, ...]:
    own = check(reason.derivation).rules if isinstance(reason, Citation) else ()
    return (reason.name, *own)


def _overall(derivation: Derivation) -> str:
    found = {s.relation for s in derivation.steps} - {"="}
    directions = {r[0] for r in found}
    if len(directions) > 1:
        raise Rejected(f"a chain cannot have both {' and '.join(sorted(found))}")
    strict = [r for r in found if len(r) == 1]
    return strict[0] if strict else found.pop() if found else "="


def _follows(before: Expr, step: Step, given: Given, shown: Conditions) -> tuple[Boolean, ...] | None:
    """Show that the step follows; return the equality case of an inequality."""
    if step.relation == "=":
        _equal(before, step, given, shown)
        return ()
    if step.relation in (">=", ">"):
        flipped = Step(FLIPPED[step.relation], before, step.by)
        return _bounded(step.result, flipped, given, shown)
    return _bounded(before, step, given, shown)


def _equal(before: Expr, step: Step, given: Given, shown: Conditions) -> None:
    """The rules lead from one line to the other, or from both to a common one."""
    forward, ahead = _by_equalities(step.by, before, given)
    if _same(forward, step.result, given):
        return shown.show_all(ahead)
    backward, back = _by_equalities(step.by[::-1], step.result, given)
    if _same(before, backward, given):
        return shown.show_all(back)
    also, again = _by_equalities(step.by, step.result, given)
    for left, right, needs in ((forward, backward, ahead + back), (forward, also, ahead + again)):
        if _same(left, right, given):
            return shown.show_all(needs)
    names = ", ".join(r.name for r in step.by)
    raise Rejected(f"by {names} one gets\n    {forward}\nnot\n    {step.result}")


def _same(a: Expr, b: Expr, given: Given) -> bool:
    if S.Infinity in (a, b) or S.NegativeInfinity in (a, b):
        return bool(a == b)
    return is_zero(a - b, given)


def _by_equalities(reasons: tuple[Reason, ...], e: Expr, given: Given) -> tuple[Expr, tuple[Any, ...]]:
    needs: tuple[Any, ...] = ()
    for reason in reasons:
        applied = rewritten(reason, e, given)
        e, needs = applied.result, needs + applied.shown
    return e, needs


def _bounded(low: Expr, step: Step, given: Given, shown: Conditions) -> tuple[Boolean, ...] | None:
    """low ≤ step.result: lower the terms of the gap between them as the reasons allow, and look at what is left."""
    gap = S.Zero if low == step.result else step.result - low
    strict = step.relation == "<"
    equality: tuple[Boolean, ...] | None = ()
    for reason in step.by:
        gap, lowered = _lowered(reason, gap, given, shown)
        for outcome in lowered:
            strict = strict and outcome.relation not in "<>"
            equality = None if equality is None or outcome.equality is None else equality + outcome.equality
    gap = normal(gap, given)
    signs = given.signs(gap)
    if not signs <= (POSITIVE if strict else NONNEGATIVE):
        raise Rejected(f"{gap} is not shown to be {'positive' if strict else 'nonnegative'}")
    return equality if signs == {0} else None


def _lowered(reason: Reason, e: Expr, given: Given, shown: Conditions) -> tuple[Expr, list[Outcome]]:
    """e rewritten by the reason; or with each of its terms, which stand in it linearly, moved down."""
    applied = rewritten(reason, e, given)
    if applied.result != e:
        shown.show_all(applied.shown)
        return applied.result, []
    made = []
    for head in sorted(e.atoms(*reason.heads), key=lambda a: -a.count_ops()) if reason.heads else []:
        mark = Dummy("head", real=True)
        linear = expand_mul(e.xreplace({head: mark}))
        c = linear.coeff(mark, 1)
        rest = expand_mul(linear - c * mark)
        outcome = None if c == 0 or rest.has(mark) else _downwards(reason, head, given, given.signs(c))
        if outcome is not None:
            shown.show_all(Shown(condition, given) for condition in outcome.conditions)
            e = c * outcome.result + rest
            made.append(outcome)
    return e, made


def _downwards(reason: Reason, head: Basic, given: Given, signs: Signs) -> Outcome | None:
    """An inequality that lowers a multiple of the term; where the factor may be 0, it lowers nothing strictly."""
    for outcome in reason.outcomes(head, given):
        wanted = NONNEGATIVE if outcome.relation[0] == ">" else NONPOSITIVE
        if outcome.relation != "=" and signs <= wanted:
            return outcome if 0 not in signs else Outcome(outcome.result, outcome.conditions, outcome.relation[0] + "=")
    return None
