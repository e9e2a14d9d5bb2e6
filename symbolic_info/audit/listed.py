"""Definite laws that an audit puts in the place of arbitrary ones: listed points, a family on all whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from random import Random
from typing import Any, ClassVar

from sympy import Abs, Expr, Integer, Rational, Tuple, exp, log, oo
from sympy.core.symbol import Str

from ..language.binder import Term
from ..language.distribution import Distribution
from ..language.support import Integers, Points
from ..language.terms import Density

Cell = tuple[Any, ...]
MANY, FEW = 4, 24  # coordinates; points that are enough of them


class Listed(Distribution):
    """A joint law given by its points and their probabilities, for any number of named coordinates."""

    is_explicit: ClassVar[bool] = True

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[0])

    @property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        return {tuple(point): p for point, p in zip(self.args[1], self.args[2], strict=True) if p != 0}

    @property
    def support(self) -> Points:
        return Points(tuple(self.cells))

    def log_density(self, *point: Any) -> Expr:
        found = self.cells.get(tuple(point))
        return log(Density(self, *point)) if found is None else log(found)

    def _sympystr(self, printer: Any) -> str:
        names = ", ".join(map(printer._print, self.coordinates))
        rows = ", ".join(f"{_point(point)}: {p}" for point, p in zip(self.args[1], self.args[2], strict=True))
        return f"the law of {names} with {{{rows}}}"

    _latex = _unicode = _sympystr


class TwoSided(Distribution):
    """The law on all whole numbers with p(k) proportional to r^|k|."""

    support = Integers(-oo, oo)

    def log_density(self, *point: Any) -> Expr:
        (r,) = self.args
        (k,) = point
        return log((1 - r) / (1 + r)) + Abs(k) * log(r)

    def _sympystr(self, printer: Any) -> str:
        r = printer._print(self.args[0])
        return f"the law on the whole numbers with p(k) proportional to ({r})^|k|"

    _latex = _unicode = _sympystr


class Component(Term):
    """A component of a random vector: a rational that the name, the seed and the place decide."""

    spelling = unicode = notation = "{}"

    def __new__(cls, name: Any, seed: Any, positive: Any, place: Any) -> Any:
        if not place.is_Integer:
            return Term.__new__(cls, name, seed, positive, place)
        random = Random(f"{name} {seed} {place}")
        size = Rational(random.randint(1, 28), 7)
        return size if positive == 1 else size - 2


def _point(point: Tuple) -> str:
    return str(point[0]) if len(point) == 1 else str(tuple(point))


def listed(names: Iterable[Any], points: Iterable[Sequence[Any]], chances: Iterable[Any]) -> Listed:
    """The law of some named coordinates with these points and probabilities."""
    coordinates = Tuple(*(n if isinstance(n, Str) else Str(n) for n in names))
    made: Listed = Listed(coordinates, Tuple(*(Tuple(*p) for p in points)), Tuple(*chances))
    return made


def row(size: int, random: Random) -> list[Rational]:
    """Random probabilities that add up to 1."""
    weights = [random.randint(1, 9) for _ in range(size)]
    return [Rational(w, sum(weights)) for w in weights]


def weighted(points: Sequence[Cell], random: Random, names: Iterable[Any] = ("X",)) -> Listed:
    """Random probabilities on these points."""
    return listed(names, points, row(len(points), random))


def softmax(points: Sequence[Cell], parameter: Any, random: Random) -> Listed:
    """Probabilities on these points, proportional to exp(a θ + b) with random a and b."""
    masses = [exp(_signed(random) * parameter + _signed(random)) for _ in points]
    return listed(("X",), points, [m / sum(masses) for m in masses])


def _signed(random: Random) -> Rational:
    return Rational(random.randint(-14, 14), 7)


def joint(names: Sequence[Str], kind: int, random: Random) -> Listed:
    """Four kinds: nothing special; independent coordinates; functions of the first; a Markov chain.

    Many coordinates have two values each, and of all their points a few are taken.
    """
    sizes = [random.randint(2, 3 if len(names) <= MANY else 2) for _ in names]
    grid = [tuple(map(Integer, p)) for p in product(*(range(1, n + 1) for n in sizes))]
    if kind % 4 == 0:
        return weighted(random.sample(grid, FEW) if len(names) > MANY else grid, random, names)
    if kind % 4 == 1:
        return independent(names, random)
    if kind % 4 == 2:
        return determined(names, (0,), random)
    return _chain(names, sizes, grid, random)


def independent(names: Sequence[Str], random: Random) -> Listed:
    """p(x) p(y) …"""
    rows = [row(random.randint(2, 3 if len(names) <= MANY else 2), random) for _ in names]
    grid = [tuple(map(Integer, p)) for p in product(*(range(1, len(r) + 1) for r in rows))]
    return listed(names, grid, [_product(r[int(i) - 1] for r, i in zip(rows, p, strict=True)) for p in grid])


def determined(names: Sequence[Str], places: Sequence[int], random: Random) -> Listed:
    """All coordinates are functions of those at some places."""
    free = list(product(*(range(1, 5 if len(places) == 1 else 3) for _ in places)))
    points = []
    for values in free:
        known = dict(zip(places, values, strict=True))
        points.append(tuple(Integer(known.get(i, random.randint(1, 2))) for i in range(len(names))))
    return weighted(points, random, names)


def _chain(names: Sequence[Str], sizes: list[int], grid: list[Cell], random: Random) -> Listed:
    """p(x) p(y|x) p(z|y) …: each coordinate depends on the one before only."""
    start = row(sizes[0], random)
    moves = [[row(n, random) for _ in range(before)] for before, n in pairwise(sizes)]
    chances = [
        start[int(point[0]) - 1]
        * _product(m[int(i) - 1][int(j) - 1] for m, (i, j) in zip(moves, pairwise(point), strict=True))
        for point in grid
    ]
    return listed(names, grid, chances)


def _product(factors: Iterable[Rational]) -> Rational:
    made = Rational(1)
    for f in factors:
        made *= f
    return made
