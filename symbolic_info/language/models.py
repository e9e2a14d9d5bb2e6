"""Laws built from others: a model with a parameter, a mixture, many independent coordinates."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Ge, Le, Symbol, log, true
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import Binder, Term, sympify_basic
from .distribution import Distribution
from .support import ANY, FINITE, Support, Unknown, has_finitely_many, kind_of
from .terms import Density


class Model(Distribution):
    """An arbitrary law that depends on a parameter: Model("q", theta) has the density q_θ."""

    is_arbitrary = True

    def __new__(cls, name: Any, parameter: Any, of: Any = ANY) -> Any:
        return Basic.__new__(cls, Str(str(name)), sympify_basic(parameter), Str(kind_of(of)))

    @property
    def support(self) -> Support:
        return Unknown(self, self.args[2].name)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def density_name(self) -> str:
        return f"{self.args[0].name}_{{{self.args[1]}}}"

    def _latex(self, printer: Any) -> str:
        return f"{self.args[0].name.upper()}_{{{printer._print(self.args[1])}}}"

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0].name.upper()}_{printer._print(self.args[1])}"

    _unicode = _sympystr


class Mixture(Distribution):
    """The law that is P with probability 1 − t and R with probability t: Mixture(P, R, t)."""

    def __new__(cls, first: Any, second: Any, weight: Any) -> Any:
        if first.support.measure != second.support.measure:
            raise ValueError(f"{first} and {second} have no densities for one measure")
        return Basic.__new__(cls, first, second, sympify_basic(weight))

    first = property(lambda self: self.args[0])
    second = property(lambda self: self.args[1])
    weight = property(lambda self: self.args[2])

    @property
    def coordinates(self) -> Any:
        """The names of its variables, where both laws have the same; a law of one variable has none."""
        if self.first.coordinates != self.second.coordinates:
            raise AttributeError("the laws have different variables")
        return self.first.coordinates

    @property
    def support(self) -> Support:
        both = all(has_finitely_many(law.support) for law in (self.first, self.second))
        return Unknown(self, FINITE if both else self.first.support.measure)

    def conditions(self) -> tuple[Boolean, ...]:
        own = (Ge(self.weight, 0), Le(self.weight, 1))
        return (*self.first.conditions(), *self.second.conditions(), *(c for c in own if c != true))

    def log_density(self, *point: Any) -> Expr:
        """log((1 − t) p + t r), of two laws with densities for one measure."""
        p, r = self.first.density(*point), self.second.density(*point)
        return log((1 - self.weight) * p + self.weight * r)

    def density_name(self) -> str:
        return "m"

    def _shown(self, printer: Any) -> str:
        P, R, t = map(printer._print, self.args)
        return f"(1 - {t}) {P} + {t} {R}" if isinstance(self.weight, Symbol) else f"(1 - ({t})) {P} + ({t}) {R}"

    _latex = _sympystr = _unicode = _shown


class Entry(Term):
    """A component of a vector: Entry(mu, i) is μ_i, real, and positive if the symbol of the vector is."""

    notation = "{{{}}}_{{{}}}"
    spelling = unicode = "{}[{}]"

    def _eval_is_finite(self) -> bool:
        return True

    def _eval_is_positive(self) -> bool | None:
        return True if self.args[0].is_positive else None

    def _unicode(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])}_{printer._print(self.args[1])}"


class Coordinates(Binder):
    """How the law of a coordinate depends on its place: Coordinates(P(i), i)."""


class Independent(Distribution):
    """The joint law of d independent coordinates, the i-th of law P(i): Independent(d, P(i), i)."""

    dimension = 0  # it has no scalar variable of its own

    def __new__(cls, size: Any, law: Any, place: Any = None) -> Any:
        body = law if isinstance(law, Coordinates) else Coordinates(law, place)
        return Basic.__new__(cls, sympify_basic(size), body)

    size = property(lambda self: self.args[0])

    def at(self, i: Any) -> Any:
        """The law of the i-th coordinate."""
        return self.args[1].at(i)

    @property
    def support(self) -> Support:
        return Unknown(self, self.args[1].body.support.kind)

    def conditions(self) -> tuple[Boolean, ...]:
        return tuple(c for c in (Ge(self.size, 1),) if c != true)

    def _shown(self, printer: Any, product: str) -> str:
        i = printer._print(self.args[1].variable)
        return f"{product}_{{{i}=1}}^{{{printer._print(self.size)}}} {printer._print(self.args[1].body)}"

    def _latex(self, printer: Any) -> str:
        return self._shown(printer, r"\bigotimes")

    def _sympystr(self, printer: Any) -> str:
        return self._shown(printer, "⨂")

    _unicode = _sympystr
