"""The Nakagami family."""

from sympy import log, loggamma, oo, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class Nakagami(Family):
    """The law of √G for G gamma with shape m and mean Ω."""

    m = Positive()
    Omega = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        m, rate = self.m, self.m / self.Omega
        return log(2) + m * log(rate) - loggamma(m) + (2 * m - 1) * log(x) - rate * x**2

    def root(self):
        return image(Gamma(self.m, self.m / self.Omega), sqrt(x), x**2)
