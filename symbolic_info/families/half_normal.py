"""The half-normal family."""

from sympy import Rational, log, oo, pi, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class HalfNormal(Family):
    """The law of |Z| for Z normal with mean 0 and standard deviation σ."""

    sigma = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        return log(2 / pi) / 2 - log(self.sigma) - x**2 / (2 * self.sigma**2)

    def root(self):
        return image(Gamma(Rational(1, 2), 1 / (2 * self.sigma**2)), sqrt(x), x**2)
