"""Laws of vectors and matrices of symbolic dimension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Dummy, Expr, Ge, Gt, Symbol, log, loggamma, pi, sqrt, true
from sympy.logic.boolalg import Boolean

from .claims import Always
from .distribution import Distribution
from .matrices import Column, Determinant, DrawnDeterminant, DrawnTrace, Quadratic, definite
from .models import Entry, Independent
from .operators import Sum
from .support import Region


@dataclass(frozen=True)
class Shares(Region):
    """The vectors of positive components that add up to 1, with Lebesgue measure on all but the last of them."""

    def facts(self, point: tuple[Expr, ...]) -> tuple[Boolean, ...]:
        """What is known of a point: its components are positive."""
        i = Dummy("i", integer=True, positive=True)
        return (Always(Gt(Entry(point[0], i), 0), i),)


@dataclass(frozen=True)
class Definites(Region):
    """The positive definite matrices, with Lebesgue measure on the entries on and above the diagonal."""


class NormalVector(Distribution):
    """The normal law of a vector of n variables: NormalVector(Column(mu), Square(Sigma), n)."""

    latex_form = r"\mathcal{{N}}\left({0},\, {1}\right)"
    title = "MultivariateNormal"
    shown = property(lambda self: self.args[:2])
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


class DirichletVector(Distribution):
    """Shares X_1, …, X_k of a whole with shapes a(1), …, a(k): DirichletVector(k, Coordinates(a(i), i)).

    The density is one of the first k − 1 shares; the last one is what they leave.
    """

    title = "Dirichlet"
    size = property(lambda self: self.args[0])

    @property
    def shown(self) -> tuple[Basic, ...]:
        a = self.shape(Dummy("i", integer=True))
        return (a.args[0] if isinstance(a, Entry) else a, self.size)

    def shape(self, i: Any) -> Expr:
        """The i-th shape."""
        made: Expr = self.args[1].at(i)
        return made

    @property
    def support(self) -> Shares:
        return Shares(self.size - 1)

    def conditions(self) -> tuple[Boolean, ...]:
        i = Dummy("i", integer=True, positive=True)
        positive = Gt(self.shape(i), 0)
        many = tuple(c for c in (Ge(self.size, 2),) if c != true)
        return many if positive == true else (*many, Always(positive, i))

    def total(self, f: Callable[[Expr], Expr]) -> Sum:
        """Σ f(i) over the components."""
        i = Dummy("i", integer=True, positive=True)
        return Sum(1, self.size, f(i), i)

    def log_density(self, *point: Any) -> Expr:
        (x,) = point
        powers = self.total(lambda i: (self.shape(i) - 1) * log(Entry(x, i)))
        return powers + loggamma(self.total(self.shape)) - self.total(lambda i: loggamma(self.shape(i)))


class WishartMatrix(Distribution):
    """The law of Σ Z Zᵀ over ν normal vectors Z of p variables with covariance V: WishartMatrix(nu, Square(V), p).

    The density is one of the entries on and above the diagonal.
    """

    title = "Wishart"
    shown = property(lambda self: self.args[:2])
    nu = property(lambda self: self.args[0])
    scale = property(lambda self: self.args[1])
    size = property(lambda self: self.args[2])

    @property
    def support(self) -> Region:
        return Definites(self.size * (self.size + 1) / 2)

    def conditions(self) -> tuple[Boolean, ...]:
        own = (Ge(self.size, 1), Gt(self.nu, self.size - 1))
        return (*(c for c in own if c != true), *definite(self.scale, self.size))

    def over_degrees(self, f: Callable[[Expr], Expr]) -> Sum:
        """Σ f((ν + 1 − i)/2) for i from 1 to p."""
        i = Dummy("i", integer=True, positive=True)
        return Sum(1, self.size, f((self.nu + 1 - i) / 2), i)

    def log_density(self, *point: Any) -> Expr:
        (x,) = point
        nu, p, X = self.nu, self.size, Column(x)
        constant = nu * p * log(2) / 2 + nu * log(Determinant(self.scale, p)) / 2 + p * (p - 1) * log(pi) / 4
        shape = (nu - p - 1) * log(DrawnDeterminant(X, p)) / 2 - DrawnTrace(self.scale.inverse, X, p) / 2
        return shape - constant - self.over_degrees(loggamma)
