"""Laws of vectors and matrices of symbolic dimension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sympy import Dummy, Expr, Ge, Symbol, log, pi, sqrt, true
from sympy.logic.boolalg import Boolean

from .distribution import Distribution
from .matrices import Column, Determinant, Quadratic, definite
from .models import Entry, Independent
from .support import Region


class NormalVector(Distribution):
    """The normal law of a vector of n variables: NormalVector(Column(mu), Square(Sigma), n)."""

    latex_form = r"\mathcal{{N}}\left({0},\, {1}\right)"
    mean = property(lambda self: self.args[0])
    covariance = property(lambda self: self.args[1])
    size = property(lambda self: self.args[2])

    @property
    def support(self) -> Region:
        return Region(self.size)

    def conditions(self) -> tuple[Boolean, ...]:
        return (*(c for c in (Ge(self.size, 1),) if c != true), *definite(self.covariance, self.size))

    def log_density(self, *point: Any) -> Expr:
        (x,) = point
        n, d = self.size, Column(x - self.mean.args[0])
        square = Quadratic(self.covariance.inverse, d, n)
        return -n * log(2 * pi) / 2 - log(Determinant(self.covariance, n)) / 2 - square / 2

    def _sympystr(self, printer: Any) -> str:
        return f"MultivariateNormal({printer._print(self.mean)}, {printer._print(self.covariance)})"


def diagonal(mean: Column, deviation: Callable[[Expr], Expr], n: Expr) -> Independent:
    """The normal law of n independent variables with the entries of a vector as means."""
    from ..families import FAMILIES  # here, because the families themselves import the language

    i = Dummy("i", integer=True, positive=True)
    (e,) = mean.args
    centre = Entry(Symbol(e.name, real=True), i) if isinstance(e, Symbol) else e
    made: Independent = Independent(n, FAMILIES["Normal"](centre, deviation(i)), i)
    return made


def aligned(laws: Sequence[Distribution]) -> list[Distribution]:
    """The laws of a question: beside independent coordinates, a multiple of the identity has such as well."""
    if not any(isinstance(P, Independent) for P in laws):
        return list(laws)
    return [_apart(P) if isinstance(P, NormalVector) else P for P in laws]


def _apart(P: NormalVector) -> Distribution:
    ((c, word),) = P.covariance.terms
    return P if word else diagonal(P.mean, lambda i: sqrt(c), P.size)
