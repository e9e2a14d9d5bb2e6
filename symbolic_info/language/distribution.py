"""Distributions.  A family is a declaration, an arbitrary law a name, an image the law of g(X)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sympy import Abs, Basic, Dummy, Expr, Ne, S, Symbol, Tuple, log, sympify, true
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import Binder, sympify_basic, x
from .domains import Domain
from .support import ANY, COUNTING, LEBESGUE, Integers, Interval, Support, Unknown, kind_of
from .terms import Density, Expectation, Invertible


class Distribution(Basic):
    """A probability law.  A subclass says `log_density` and `support`; everything else reads them.

    `tilts(x, t)` yields pairs (T(x), the law whose density is proportional to p(x)·exp(t·T(x))):
    lemmas which the kernel proves from the log-density before it uses them.
    """

    dimension: ClassVar[int] = 1
    is_arbitrary: ClassVar[bool] = False  # whether it stands for any law of its kind

    def __new__(cls, *args: Any) -> Any:
        return Basic.__new__(cls, *map(sympify_basic, args))

    @property
    def support(self) -> Support:
        raise NotImplementedError(type(self).__name__)

    def log_density(self, *point: Any) -> Expr:
        """log p at a point of the support."""
        raise NotImplementedError(type(self).__name__)

    def tilts(self, x: Any, t: Any) -> Iterator[tuple[Expr, Distribution]]:
        """Statistics and tilted laws; none unless a family declares them."""
        return iter(())

    def conditions(self) -> tuple[Boolean, ...]:
        """What its parameters must satisfy for the law to exist."""
        return ()

    def density(self, *point: Any) -> Density:
        """p at a point, as a term."""
        return Density(self, *point)

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        """Whether the density d is positive with probability 1 at a point that is drawn from this law."""
        return d.args == (self, *point)

    def density_name(self) -> str:
        return "p"

    def expect(self, f: Any, variables: Any = x) -> Expectation:
        """E[f(X)] under this law."""
        return Expectation(self, f, variables)

    def _latex(self, printer: Any) -> str:
        return printer.law(self) if hasattr(printer, "law") else str(self)

    _sympystr: Any
    _unicode = _latex

    def __mul__(self, a: Any) -> Image:
        return scaled(self, a)

    __rmul__ = __mul__

    def __add__(self, b: Any) -> Image:
        return shifted(self, b)

    __radd__ = __add__


class Family(Distribution):
    """A parametric family: name the parameters with their domains, then say the density.

    `symbol` is the LaTeX name of the family (by default its name in roman).
    """

    domains: ClassVar[dict[str, Domain]] = {}
    defaults: ClassVar[tuple[Any, ...]] = ()
    latex_form: ClassVar[str] = ""
    centre: ClassVar[str] = ""  # the parameter about which the density is symmetric, if there is one

    def __init_subclass__(cls) -> None:
        if cls.__base__ is not Family:
            raise TypeError(f"{cls.__name__}: a family is no variant of another family; declare it in full")
        if "root" in vars(cls) and {"log_density", "support"} & set(vars(cls)):
            raise TypeError(f"{cls.__name__} says its law twice: as an image, and by a density")
        cls.domains = {name: d for name, d in vars(cls).items() if isinstance(d, Domain)}

    def __new__(cls, *parameters: Any) -> Any:
        if len(parameters) != len(cls.domains):
            names = ", ".join(n.rstrip("_") for n in cls.domains)
            raise TypeError(f"{cls.__name__} takes {len(cls.domains)} parameters ({names}), not {len(parameters)}")
        return Basic.__new__(cls, *map(sympify_basic, parameters))

    @classmethod
    def generic(cls, mark: str = "") -> Any:
        """A member with symbols of its own: Normal.generic("_1") is Normal(mu_1, sigma_1)."""
        return cls(*(d.symbol(name.rstrip("_") + mark) for name, d in cls.domains.items()))

    def relations(self) -> tuple[Any, ...]:
        """Conditions between parameters, beyond the domain of each."""
        return ()

    def conditions(self) -> tuple[Boolean, ...]:
        own = [c for d, value in zip(self.domains.values(), self.args, strict=True) for c in d.conditions(value)]
        return (*own, *(c for c in self.relations() if c != true))

    def root(self) -> Image:
        """The law as the image of a simpler one, for a family that says this instead of a density."""
        raise NotImplementedError(type(self).__name__)

    @property
    def support(self) -> Support:
        return self.root().support

    def log_density(self, *point: Any) -> Expr:
        return self.root().log_density(*point)

    def _sympystr(self, printer: Any) -> str:
        return f"{type(self).__name__}({', '.join(map(printer._print, self.args))})"


class Law(Distribution):
    """An arbitrary law with density or mass function f: Law("f").

    `of` says with respect to which measure: LEBESGUE (a density on the line), COUNTING (a mass
    function on the whole numbers), FINITE (one on finitely many points) or ANY (any measure that all
    laws of the statement share).
    With `outcomes` it is a mass function on 1, …, k.
    """

    is_arbitrary = True

    def __new__(cls, name: Any, of: Any = LEBESGUE, outcomes: Any = None) -> Any:
        parts = (Str(str(name)), Str(kind_of(of)))
        return Basic.__new__(cls, *parts, *(() if outcomes is None else (sympify_basic(outcomes),)))

    @property
    def support(self) -> Support:
        return Integers(1, self.args[2]) if len(self.args) > 2 else Unknown(self, self.args[1].name)

    def conditions(self) -> tuple[Boolean, ...]:
        return tuple(c for k in self.args[2:] for c in Domain("", low=1, closed=True, whole=True).conditions(k))

    def density_name(self) -> str:
        return str(self.args[0].name)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        if len(self.args) > 2:
            return f"Categorical({self.density_name()}, {printer._print(self.args[2])})"
        return f"Law({self.density_name()})"


class Image(Distribution):
    """The law of g(X): Image(P, g, g⁻¹), each a `Map`.  The rule that uses it shows that g⁻¹ inverts g."""

    law = property(lambda self: self.args[0])
    map = property(lambda self: self.args[1])
    inverse = property(lambda self: self.args[2])

    @property
    def support(self) -> Support:
        inside = self.law.support
        if not isinstance(inside, Interval):
            return Unknown(self, inside.measure)
        positive = True if S(inside.low).is_nonnegative else None
        slope = self.map.slope_at(Dummy("t", real=True, positive=positive))
        if slope.is_positive or slope.is_negative:
            ends = [self.map.end(e, side) for e, side in ((inside.low, "+"), (inside.high, "-"))]
            return Interval(*(ends if slope.is_positive else reversed(ends)))
        return Unknown(self, inside.measure)

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


class Map(Binder):
    """An elementary map t ↦ g(t) that is strictly monotone where it is used: Map(g(t), t)."""

    def slope_at(self, value: Any) -> Expr:
        """The derivative of the map at a point."""
        return self.body.diff(self.variable).xreplace({self.variable: sympify(value)})

    def end(self, point: Expr, side: str) -> Expr:
        """The limit of the map at an end of the support."""
        return self.body.limit(self.variable, point, side)

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


def laws_in(e: Basic) -> tuple[Distribution, ...]:
    """Every law in an expression, outermost first, in the order in which they stand."""
    found: dict[Distribution, None] = {}

    def walk(node: Basic) -> None:
        if isinstance(node, Distribution):
            found[node] = None
        for a in node.args:
            walk(a)

    walk(e)
    return tuple(found)


__all__ = [
    "Distribution", "Expectation", "Family", "Image", "Law", "Map", "Tuple",
    "image", "laws_in", "scaled", "shifted",
]  # fmt: skip
