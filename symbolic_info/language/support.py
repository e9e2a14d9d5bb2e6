"""Where a law lives: an interval, a region of several variables, whole numbers, listed points, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Basic, Contains, Expr, Ge, Gt, Integer, Le, Lt, S, binomial, oo, true
from sympy.logic.boolalg import Boolean

from .binder import sympify_basic

# With respect to what an arbitrary law has its density: Lebesgue measure, the counting measure, the
# counting measure on finitely many outcomes, or any measure that all laws of a statement share.
LEBESGUE, COUNTING, FINITE, ANY = "lebesgue", "counting", "finite", "any"
LISTED = 100  # so many vectors of counts, and no more, are written out
FEW = 12  # so many whole numbers


def kind_of(word: object) -> str:
    """A kind of measure by its name; ValueError where there is none."""
    if str(word) not in (LEBESGUE, COUNTING, FINITE, ANY):
        raise ValueError(f"no measure is called {word}")
    return str(word)


@dataclass(frozen=True)
class Interval:
    """The open interval (low, high), with Lebesgue measure."""

    low: Any = -oo
    high: Any = oo
    measure = kind = LEBESGUE

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        """What is known of a point of the support."""
        (x,) = point
        return tuple(c for c in (Gt(x, self.low), Lt(x, self.high)) if c != true)


@dataclass(frozen=True)
class Region:
    """An open set of points with `dimension` coordinates, with Lebesgue measure: the whole space."""

    dimension: int
    measure = kind = LEBESGUE

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        """What is known of a point of the region."""
        return ()


@dataclass(frozen=True)
class Simplex(Region):
    """The points with positive coordinates whose sum is below 1."""

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        return (*(Gt(x, 0) for x in point), Gt(1 - sum(point), 0))


@dataclass(frozen=True)
class Counts(Region):
    """How many of `total` trials end in each outcome but the last: whole numbers from 0 on, with counting measure."""

    total: Any
    measure = kind = COUNTING

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        whole = (Contains(x, S.Integers) for x in point)
        return (*(Ge(x, 0) for x in point), Ge(self.total - sum(point), 0), *whole)

    @property
    def size(self) -> Expr:
        """How many points there are: (n + d choose d)."""
        return binomial(self.total + self.dimension, self.dimension)

    @property
    def points(self) -> tuple[tuple[Expr, ...], ...]:
        """All of them, for a number of trials."""
        made: list[tuple[int, ...]] = [()]
        for _ in range(self.dimension):
            made = [(*x, i) for x in made for i in range(int(self.total) - sum(x) + 1)]
        return tuple(tuple(map(Integer, x)) for x in made)


@dataclass(frozen=True)
class Cone(Region):
    """The positive definite 2 × 2 matrices, by their entries x₁₁, x₁₂, x₂₂."""

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        x, y, z = point
        return Gt(x, 0), Gt(z, 0), Gt(x * z - y**2, 0)


@dataclass(frozen=True)
class Integers:
    """The whole numbers from low to high, both included, with counting measure."""

    low: Any
    high: Any = oo
    measure = kind = COUNTING

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        (x,) = point
        made = (Ge(x, self.low), Le(x, self.high), Contains(x, S.Integers))
        return tuple(c for c in made if c != true)


@dataclass(frozen=True)
class Points:
    """Finitely many points, each a tuple of coordinates, with counting measure."""

    points: tuple[tuple[Expr, ...], ...]
    measure = kind = COUNTING

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        columns = [(p, [sympify_basic(a[i]) for a in self.points]) for i, p in enumerate(point)]
        within = [c for p, values in columns for c in (Ge(p, min(values)), Le(p, max(values)))]
        return (*within, *(Contains(p, S.Integers) for p, values in columns if all(v.is_Integer for v in values)))


@dataclass(frozen=True)
class Unknown:
    """The support of an arbitrary law; the name of the law is all that is known of it."""

    of: Basic
    kind: str = ANY

    @property
    def measure(self) -> str:
        return COUNTING if self.kind == FINITE else self.kind

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        return ()


Support = Interval | Region | Integers | Points | Unknown


def listed(support: Support) -> tuple[tuple[Any, ...], ...] | None:
    """The points of a support that can be written out."""
    if isinstance(support, Counts) and support.total.is_Integer and support.size <= LISTED:
        return support.points
    if isinstance(support, Integers) and S(support.low).is_Integer and S(support.high).is_Integer:
        whole = range(int(support.low), int(support.high) + 1)
        return tuple((Integer(i),) for i in whole) if len(whole) <= FEW else None
    return support.points if isinstance(support, Points) else None


def has_finitely_many(support: Support) -> bool:
    """Whether the law has finitely many outcomes, so that every expectation under it is finite."""
    if isinstance(support, Unknown):
        return support.kind == FINITE
    return isinstance(support, Points | Counts) or (isinstance(support, Integers) and support.high != oo)
