"""The kernel: the only code that makes a Theorem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NoReturn

from sympy import Expr
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.point import admissible_point
from ..language.binder import Term
from .conditions import Conditions, assumable, well_formed
from .derivation import Derivation
from .exactly import exact
from .instances import instances
from .rule import Outcome, Reason, Rejected, Rule, book
from .steps import follows

_SEAL = object()
# What a step that makes no sense may run into; a derivation from a stranger is rejected and does not crash.
BROKEN = (Rejected, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


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
    try:
        assumable(given)
        well_formed(derivation.start, given, shown)
    except BROKEN as why:
        raise Rejected(str(why)) from None
    equality: tuple[Boolean, ...] | None = ()
    here = derivation.start
    for number, step in enumerate(derivation.steps, 1):
        try:
            for reason in step.by:
                _known(reason)
            well_formed(step.result, given, shown)
            tight = follows(here, step, given, shown)
        except BROKEN as why:
            raise Rejected(f"step {number}: {why}") from None
        shown.rules.update(dict.fromkeys(name for r in step.by for name in _rests_on(r)))
        equality = None if equality is None or tight is None else equality + tight
        here = step.result
    claim = Claim(derivation.start, _overall(derivation), here, given)
    point = None if _refuted(claim) else admissible_point(given, derivation.lines)
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


def _refuted(claim: Claim) -> bool:
    """Whether a claim between numbers is certainly false: then its assumptions contradict each other."""
    gap = claim.right - claim.left
    allowed = {"=": {0}, "<=": {0, 1}, ">=": {-1, 0}, "<": {1}, ">": {-1}}[claim.relation]
    return bool(gap.is_number and not gap.atoms(Term) and not Given().signs(gap) & allowed)


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
