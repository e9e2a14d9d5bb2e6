"""Random definite laws in the place of arbitrary ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from random import Random
from typing import Any, ClassVar

from sympy import Basic, Expr, Integer, Rational, Tuple, log, oo, sympify
from sympy.core.symbol import Str

from ..families import FAMILIES
from ..language.distribution import Distribution, Law, laws_in, scaled, shifted
from ..language.joint import Joint
from ..language.support import COUNTING, LEBESGUE, Integers, Interval, Points, Support
from ..language.terms import Density

KINDS = 4  # how many essentially different instances there are; the round says which


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
        rows = ", ".join(f"{tuple(point)}: {p}" for point, p in zip(self.args[1], self.args[2], strict=True))
        return f"the law of {names} with {{{rows}}}"


def abstract_laws(lines: Iterable[Basic]) -> list[Distribution]:
    """The arbitrary laws of some lines, each once."""
    return list(dict.fromkeys(law for e in lines for law in laws_in(e) if isinstance(law, Law | Joint)))


def instances(lines: Sequence[Basic], kind: int, random: Random) -> dict[Distribution, Distribution]:
    """A definite law for each arbitrary one, all on one support, so that each covers the others.

    Joint densities have no instance here and stay as they are.  The support is that of the definite
    families of the statement; without one the round decides: the line, the half-line, finitely many
    outcomes or the whole numbers, as far as the laws' own measure allows.
    """
    every = [law for e in lines for law in laws_in(e)]
    laws = [law for law in abstract_laws(lines) if not _is_joint_density(law)]
    supports = [law.support for law in every if type(law).__name__ in FAMILIES]
    definite = [s for s in supports if isinstance(s, Interval | Integers | Points)]
    measures = {law.args[1].name for law in laws if isinstance(law, Law)}
    support = definite[0] if definite else _support(measures, kind)
    return {law: _instance(law, support, kind, random) for law in laws}


def _is_joint_density(law: Distribution) -> bool:
    return isinstance(law, Joint) and law.args[1].name == LEBESGUE


def _support(measures: set[str], kind: int) -> Support:
    counting: list[Support] = [Points(tuple((Integer(i),) for i in range(1, n))) for n in (4, 3, 6, 2)]
    continuous: list[Support] = [
        Interval(-oo, oo),
        Interval(Integer(0), oo),
        Interval(Integer(0), Integer(1)),
        Interval(-oo, Integer(1)),
    ]
    if LEBESGUE in measures:
        return continuous[kind % KINDS]
    if COUNTING in measures:
        return counting[kind % KINDS]
    return [continuous[0], counting[0], continuous[1], Integers(Integer(0), oo)][kind % KINDS]


def _instance(law: Any, support: Support, kind: int, random: Random) -> Distribution:
    if isinstance(law, Joint):
        return _joint(law, kind, random)
    if len(law.args) > 2:
        return _weighted([(Integer(i),) for i in range(1, int(law.args[2]) + 1)], random)
    if isinstance(support, Points):
        return _weighted([tuple(p) for p in support.points], random)
    if isinstance(support, Integers):
        if sympify(support.high).is_finite:
            return _weighted([(Integer(i),) for i in range(int(support.low), int(support.high) + 1)], random)
        return shifted(FAMILIES["Geometric"](_some(random) / 6), support.low)
    return _continuous(support, random)


def _continuous(support: Any, random: Random) -> Distribution:
    low, high = support.low, support.high
    a, b = 1 + _some(random), _some(random)
    if low.is_infinite and high.is_infinite:
        family = FAMILIES[random.choice(("Normal", "Laplace"))]
        made: Distribution = family(_some(random) - 2, b)
    elif high.is_infinite:
        made = _moved(FAMILIES["Gamma"](a, b), 1, low)
    elif low.is_infinite:
        made = _moved(FAMILIES["Gamma"](a, b), -1, high)
    else:
        made = _moved(FAMILIES["Beta"](a, 1 + b), high - low, low)
    return made


def _moved(law: Distribution, scale: Any, shift: Any) -> Distribution:
    law = law if scale == 1 else scaled(law, scale)
    return law if shift == 0 else shifted(law, shift)


def _some(random: Random) -> Rational:
    """A rational between 1/7 and 4."""
    return Rational(random.randint(1, 28), 7)


def _weighted(points: list[tuple[Any, ...]], random: Random, names: Iterable[Any] = ("X",)) -> Listed:
    weights = [random.randint(1, 9) for _ in points]
    total = sum(weights)
    coordinates = Tuple(*(n if isinstance(n, Basic) else Str(n) for n in names))
    chances = Tuple(*(Rational(w, total) for w in weights))
    made: Listed = Listed(coordinates, Tuple(*(Tuple(*p) for p in points)), chances)
    return made


def _joint(law: Joint, kind: int, random: Random) -> Listed:
    """Four kinds: nothing special; independent coordinates; functions of the first; a Markov chain."""
    names = law.coordinates
    sizes = [random.randint(2, 3) for _ in names]
    grid = [tuple(map(Integer, p)) for p in product(*(range(1, n + 1) for n in sizes))]
    if kind % KINDS == 0:
        return _weighted(grid, random, names)
    if kind % KINDS == 1:
        rows = [_row(n, random) for n in sizes]
        chances = [_product(row[int(i) - 1] for row, i in zip(rows, p, strict=True)) for p in grid]
        made: Listed = Listed(Tuple(*names), Tuple(*(Tuple(*p) for p in grid)), Tuple(*chances))
        return made
    if kind % KINDS == 3:
        return _chain(names, sizes, grid, random)
    images = [[Integer(random.randint(1, 2)) for _ in range(4)] for _ in names[1:]]
    return _weighted([(Integer(i), *(row[i - 1] for row in images)) for i in range(1, 5)], random, names)


def _chain(names: Any, sizes: list[int], grid: list[tuple[Any, ...]], random: Random) -> Listed:
    """p(x) p(y|x) p(z|y) …: each coordinate depends on the one before only."""
    start = _row(sizes[0], random)
    moves = [[_row(n, random) for _ in range(before)] for before, n in pairwise(sizes)]
    chances = [
        start[int(point[0]) - 1]
        * _product(m[int(i) - 1][int(j) - 1] for m, (i, j) in zip(moves, pairwise(point), strict=True))
        for point in grid
    ]
    made: Listed = Listed(Tuple(*names), Tuple(*(Tuple(*p) for p in grid)), Tuple(*chances))
    return made


def _row(size: int, random: Random) -> list[Rational]:
    weights = [random.randint(1, 9) for _ in range(size)]
    return [Rational(w, sum(weights)) for w in weights]


def _product(factors: Iterable[Rational]) -> Rational:
    made = Rational(1)
    for f in factors:
        made *= f
    return made
