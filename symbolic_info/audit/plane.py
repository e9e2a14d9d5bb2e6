"""Two real coordinates: bivariate normal laws, and integrals over the plane of what decays like them.

In coordinates u, v in which the law is a standard normal one, the plain trapezoidal sum with step h is wrong by
about exp(−2π²/h²) (Trefethen and Weideman 2014, section 5); two steps are taken, and their difference is the error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log, pi, sqrt
from typing import Any, ClassVar

import sympy
from flint import arb, ctx
from sympy import Dummy, Expr, Rational, S, Tuple
from sympy.core.symbol import Str

from ..families import FAMILIES
from ..language.distribution import Distribution
from ..language.marginals import Marginal, ProductLaw
from ..language.models import Independent
from ..language.support import LEBESGUE, Region
from .numbers import CannotEvaluate, Numbers, widened

Values = tuple[arb, ...]


@dataclass(frozen=True)
class Plane:
    """The whole plane, with Lebesgue measure."""

    measure: str = LEBESGUE
    kind: str = LEBESGUE


class Gaussian(Distribution):
    """The law of (m + a U, n + b U + c V) for independent standard normal U, V: Gaussian(names, (m, n), (a, b, c))."""

    is_explicit: ClassVar[bool] = True

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[0])

    @property
    def support(self) -> Any:
        return Plane()

    def log_density(self, *point: Any) -> Expr:
        (m, n), (a, b, c) = self.args[1:]
        u = (point[0] - m) / a
        v = (point[1] - n - b * u) / c
        return -(u**2) / 2 - v**2 / 2 - sympy.log(2 * sympy.pi * a * c)

    def from_standard(self, u: Expr, v: Expr) -> tuple[Expr, Expr]:
        """The point that belongs to (u, v)."""
        (m, n), (a, b, c) = self.args[1:]
        return m + a * u, n + b * u + c * v

    @property
    def scale(self) -> Expr:
        """How much the map from (u, v) stretches areas."""
        a, _, c = self.args[2]
        return a * c

    def part(self, place: int) -> Any:
        a, b, c = self.args[2]
        return FAMILIES["Normal"](self.args[1][place], sympy.sqrt(b**2 + c**2) if place else a)

    def _sympystr(self, printer: Any) -> str:
        names = ", ".join(map(printer._print, self.coordinates))
        first = f"{self.args[1][0]} + {self.args[2][0]} U"
        second = f"{self.args[1][1]} + {self.args[2][1]} U + {self.args[2][2]} V"
        return f"the law of {names} = {first}, {second} with standard normal U, V"

    _latex = _unicode = _sympystr


def gaussian(names: Sequence[Any], means: Sequence[Any], factor: Sequence[Any]) -> Gaussian:
    """A bivariate normal law of named coordinates."""
    made: Gaussian = Gaussian(Tuple(*names), Tuple(*means), Tuple(*factor))
    return made


def definite(law: Any) -> Any:
    """A law as the audit integrates it: a part of a bivariate normal law, one or two independent coordinates."""
    if isinstance(law, Marginal) and isinstance(law.law.support, Region):
        return law.law.marginal(law.places)  # `regions.agree` asks whether it is
    if isinstance(law, Marginal) and isinstance(law.law, Gaussian):
        return law.law.part(law.places[0])
    if isinstance(law, ProductLaw) and isinstance(law.law, Gaussian):
        first, second = (law.law.part(i) for i in (0, 1))
        return _side_by_side(law.coordinates, first, second)
    if isinstance(law, Independent):
        if law.size == 1:
            return law.at(S.One)
        parts = [law.at(sympy.Integer(i)) for i in (1, 2)]
        if law.size == 2 and all(type(p).__name__ == "Normal" for p in parts):
            return _side_by_side((Str("X_1"), Str("X_2")), *parts)
        raise CannotEvaluate(f"{law.size} independent coordinates")
    return law


def _side_by_side(names: Sequence[Any], first: Any, second: Any) -> Gaussian:
    return gaussian(names, (first.args[0], second.args[0]), (first.args[1], S.Zero, second.args[1]))


def over_plane(
    law: Gaussian,
    parts: Callable[[tuple[Expr, ...]], Sequence[Expr]],
    combine: Callable[[Values], Values],
    numbers: Numbers,
) -> Values:
    """∫∫ of each component of combine(parts(x, y)) over the plane, each with its error."""
    u, v = Dummy("u", real=True), Dummy("v", real=True)
    functions = [numbers.function(e, (u, v)) for e in parts(law.from_standard(u, v))]
    wanted = log(10) * (numbers.digits + 2) + 12  # room for the polynomials before the exponential
    coarse = Rational(pi * sqrt(2 / wanted)).limit_denominator(1000)
    radius = sqrt(2 * wanted)

    def summed(step: Rational) -> Values:
        h = arb(step.p) / step.q
        total: list[arb] = []
        edge: list[arb] = []
        for i, j, last in _disc(ceil(radius / float(step))):
            at = (i * h, j * h)
            values = combine(tuple(f(at) for f in functions))
            if any(not a.is_finite() for a in values):
                raise CannotEvaluate("the integrand is not finite in the plane")
            total = [a + b for a, b in zip(total, values, strict=True)] if total else list(values)
            if last:
                edge = [a + abs(b) for a, b in zip(edge, values, strict=True)] if edge else [abs(b) for b in values]
        area = h * h * numbers.of(law.scale)
        return tuple(widened(area * a, 10 * area * e) for a, e in zip(total, edge, strict=True))

    with ctx.workprec(numbers.bits):
        first, second = summed(coarse), summed(coarse * Rational(4, 5))
        return tuple(widened(b, a - b) for a, b in zip(first, second, strict=True))


def _disc(size: int) -> Iterator[tuple[int, int, bool]]:
    """The points of a square grid in a disc, and whether each is at its edge."""
    for i in range(-size, size + 1):
        reach = int(sqrt(size * size - i * i))
        for j in range(-reach, reach + 1):
            yield i, j, abs(j) == reach
