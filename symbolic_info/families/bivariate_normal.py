"""The bivariate normal family."""

from sympy import Matrix, S, log, pi, sqrt

from ..language.distribution import Family
from ..language.domains import Domain, Positive, Real
from ..language.joint import named
from ..language.support import Region
from .normal import Normal


class BivariateNormal(Family):
    """The normal law of X, Y with means μ₁, μ₂, standard deviations σ₁, σ₂ and correlation ρ."""

    mu_1 = Real()
    mu_2 = Real()
    sigma_1 = Positive()
    sigma_2 = Positive()
    rho = Domain("between -1 and 1", low=S.NegativeOne, high=S.One)
    support = Region(2)
    coordinates = named(2)
    is_explicit = True

    def log_density(self, x, y):
        m, n, s, u, r = self.args
        rest = 1 - r**2
        squares = (x - m) ** 2 / (2 * s**2 * rest) + (y - n) ** 2 / (2 * u**2 * rest)
        return -log(2 * pi * s * u * sqrt(rest)) - squares + r * (x - m) * (y - n) / (s * u * rest)

    def tilts(self, x, y, t):
        m, n, s, u, r = self.args
        yield x, BivariateNormal(m + t * s**2, n + t * r * s * u, s, u, r)
        yield y, BivariateNormal(m + t * r * s * u, n + t * u**2, s, u, r)

    def marginal(self, places):
        m, n, s, u, _ = self.args
        return Normal(m, s) if places == (0,) else Normal(n, u)

    def moments(self):
        m, n, s, u, r = self.args
        return Matrix([m, n]), Matrix([[s**2, r * s * u], [r * s * u, u**2]])
