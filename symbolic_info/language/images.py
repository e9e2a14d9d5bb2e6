"""Laws of transformed variables: the law of g(X)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sympy import Abs, Dummy, Expr, Ne, S, Symbol, log, true
from sympy.logic.boolalg import Boolean

from .binder import Binder, sympify_basic, x
from .claims import Invertible
from .distribution import Distribution
from .support import ANY, COUNTING, Interval, Support, Unknown
from .terms import Density


class Image(Distribution):
    """The law of g(X): Image(P, g, g⁻¹), each a `Map`.  The rule that uses it shows that g⁻¹ inverts g."""

    law = property(lambda self: self.args[0])
    map = property(lambda self: self.args[1])
    inverse = property(lambda self: self.args[2])

    @property
    def support(self) -> Support:
        return _support(self)

    def conditions(self) -> tuple[Boolean, ...]:
        own = tuple(c for c in self.map.nonvanishing if c != true)
        return (*self.law.conditions(), *own, Invertible(self))

    def log_density(self, *point: Any) -> Expr:
        """log f(g⁻¹(y)) + log |(g⁻¹)′(y)|"""
        (value,) = point
        measure = self.law.support.measure
        if measure == ANY:
            raise ValueError(f"the density of {self} needs a law with a density on the line or a mass function")
        if measure == COUNTING:
            return self.law.log_density(self.inverse.at(value))
        return self.law.log_density(self.inverse.at(value)) + log(Abs(self.inverse.slope_at(value)))

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        inside = tuple(self.inverse.at(p) for p in point)
        return Distribution.charges(self, d, point) or self.law.charges(d, inside)

    def density_name(self) -> str:
        return f"{self.law.density_name()}_Y"

    def _sympystr(self, printer: Any) -> str:
        return str(printer._print(self.map.at(Symbol(printer._print(self.law)))))


@lru_cache(maxsize=5_000)
def _support(law: Image) -> Support:
    """The interval between the images of the ends, for a map whose slope SymPy knows to have one sign."""
    inside = law.law.support
    if not isinstance(inside, Interval):
        return Unknown(law, inside.measure)
    positive = True if S(inside.low).is_nonnegative else None
    slope = law.map.slope_at(Dummy("t", real=True, positive=positive))
    if slope.is_positive or slope.is_negative:
        ends = [law.map.end(e, side) for e, side in ((inside.low, "+"), (inside.high, "-"))]
        return Interval(*(ends if slope.is_positive else reversed(ends)))
    return Unknown(law, inside.measure)


class Map(Binder):
    """An elementary map t ↦ g(t) that is strictly monotone where it is used: Map(g(t), t)."""

    def slope_at(self, value: Any) -> Expr:
        """The derivative of the map at a point."""
        return self.body.diff(self.variable).xreplace({self.variable: sympify_basic(value)})

    def end(self, point: Expr, side: str) -> Expr:
        """The limit of the map at an end of the support: its value there, for a composition of continuous functions."""
        value = self.body.xreplace({self.variable: point})
        composed = self.body.count(self.variable) == 1 and not value.has(S.NaN, S.ComplexInfinity)
        return value if composed else self.body.limit(self.variable, point, side)

    @property
    def nonvanishing(self) -> tuple[Boolean, ...]:
        """A scale must not vanish: the one condition of a linear map."""
        slope = self.slope_at(self.variable)
        return (Ne(slope, 0),) if not slope.has(self.variable) else ()


def image(law: Distribution, g: Expr, inverse: Expr, variable: Symbol = x) -> Image:
    """The law of g(X), with g and g⁻¹ written in `variable`; an image of an image is one image."""
    if isinstance(law, Image):
        g = g.xreplace({variable: law.map.at(variable)})
        return Image(law.law, Map(g, variable), Map(law.inverse.at(inverse), variable))
    return Image(law, Map(g, variable), Map(inverse, variable))


def scaled(law: Distribution, a: Any) -> Image:
    """The law of a·X, for a ≠ 0."""
    a = sympify_basic(a)
    return image(law, a * x, x / a)


def shifted(law: Distribution, b: Any) -> Image:
    """The law of X + b."""
    b = sympify_basic(b)
    return image(law, x + b, x - b)
