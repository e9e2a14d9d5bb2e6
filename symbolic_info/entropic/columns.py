"""The quantities among which a proof is searched for, as columns over the joint entropies that are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from .atoms import Atom, Key, Vector, atoms, elementals, scaled_key
from .program import has_highs
from .quotient import Space

ALL_UP_TO = 5  # variables for which all quantities are columns of the program, not the elemental ones alone


@dataclass(frozen=True)
class Column:
    """A quantity that is not negative: an atom, or the number of a fact; with its vector."""

    source: Atom | int
    vector: Vector


def index_of(space: Space) -> dict[Key, Column]:
    """The quantities by the direction of their vectors, the simplest of each."""
    if space.plain:
        return _plain_index(space.n)
    return _indexed(space, _candidates(space.n, ALL_UP_TO))


@cache
def _plain_index(n: int) -> dict[Key, Column]:
    return _indexed(Space(n), _candidates(n, ALL_UP_TO + 1))


def _candidates(n: int, most: int) -> Sequence[Atom]:
    return atoms(n) if n <= most else elementals(n)


def _indexed(space: Space, candidates: Iterable[Atom]) -> dict[Key, Column]:
    found: dict[Key, Column] = {}
    for atom in candidates:
        vector = space.of_atom(atom)
        if vector:
            found.setdefault(scaled_key(vector)[0], Column(atom, vector))
    return found


def columns_of(space: Space) -> list[Column]:
    """All quantities, or the elemental ones alone where an exact method would take too long with all."""
    every = list(index_of(space).values())
    if has_highs() or space.n < ALL_UP_TO:
        return every
    own = elementals(space.n)
    return [Column(a, v) for a in own if (v := space.of_atom(a))]


@cache
def all_columns(n: int) -> tuple[tuple[Atom, ...], list[Vector]]:
    """All quantities of n variables, of which no facts are known."""
    return atoms(n), [{mask: Fraction(sign) for mask, sign in a.parts} for a in atoms(n)]


def zeros_of(space: Space) -> list[Column]:
    """The quantities that are zero by one fact, those with few variables first."""
    found = [a for a in _candidates(space.n, ALL_UP_TO + 1) if space.vanishes(a)]
    return [Column(a, {mask: Fraction(sign) for mask, sign in a.parts}) for a in found]
