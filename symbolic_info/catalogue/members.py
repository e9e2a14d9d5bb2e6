"""Who stands in the catalogue, which pairs can be compared, and what puts one law inside the support of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Basic, Le, S, false, true
from sympy.logic.boolalg import Boolean

from ..families import FAMILIES
from ..language.binder import sympify_basic
from ..language.distribution import Distribution
from ..language.support import COUNTING, LEBESGUE, Points, Unknown

KINDS = {LEBESGUE: "continuous", COUNTING: "discrete"}


@dataclass(frozen=True)
class Block:
    """Families whose laws have densities with respect to one measure: any two of them can be compared."""

    title: str
    names: tuple[str, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every ordered pair, row by row."""
        return tuple((p, q) for p in self.names for q in self.names)


def member(name: str, mark: str = "") -> Any:
    """A law of the family with symbols of its own: member("Normal", "_1") is Normal(mu_1, sigma_1)."""
    return FAMILIES[name].generic(mark)


def names() -> tuple[str, ...]:
    """Every family of laws of one variable that can show a member with symbols, by name."""
    found = (name for name, f in FAMILIES.items() if hasattr(f, "generic") and not hasattr(f, "coordinates"))
    return tuple(sorted(found))


def blocks() -> tuple[Block, ...]:
    """The families by the measure of their laws."""
    found: dict[str, list[str]] = {title: [] for title in KINDS.values()}
    for name in names():
        found[KINDS[member(name).support.measure]].append(name)
    return tuple(Block(title, tuple(own)) for title, own in found.items() if own)


def inside(P: Distribution, Q: Distribution) -> tuple[Boolean, ...]:
    """The relations between parameters that put P inside the support of Q; none where nothing is needed or can."""
    if isinstance(P.support, Unknown) or isinstance(Q.support, Unknown):
        return ()
    (a, b), (c, d) = _ends(P), _ends(Q)
    facts = [f for f in (Le(c, a), Le(b, d)) if f != true]
    return () if false in facts else tuple(facts)


def _ends(law: Distribution) -> tuple[Basic, Basic]:
    support: Any = law.support
    if isinstance(support, Points):
        coordinates = [sympify_basic(a) for (a,) in support.points]
        return min(coordinates, default=S.Zero), max(coordinates, default=S.Zero)
    return sympify_basic(support.low), sympify_basic(support.high)
