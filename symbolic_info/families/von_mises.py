"""The von Mises family."""

from sympy import besseli, cos, log, pi

from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.support import Interval


class VonMises(Family):
    """The law of an angle in (−π, π) with mean direction μ and concentration κ."""

    mu = Real()
    kappa = Positive()
    support = Interval(-pi, pi)

    def log_density(self, x):
        return self.kappa * cos(x - self.mu) - log(2 * pi * besseli(0, self.kappa))

    def tilts(self, x, t):
        yield cos(x - self.mu), VonMises(self.mu, self.kappa + t)
