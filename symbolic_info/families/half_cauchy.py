"""The half-Cauchy family."""

from sympy import Rational, log, oo, pi, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta_prime import BetaPrime


class HalfCauchy(Family):
    """The law of |Z| for Z Cauchy with median 0 and scale γ."""

    gamma = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        return log(2 / (pi * self.gamma)) - log(1 + x**2 / self.gamma**2)

    def root(self):
        half = Rational(1, 2)
        return image(BetaPrime(half, half), self.gamma * sqrt(x), x**2 / self.gamma**2)
