"""The Maxwell family."""

from sympy import Rational, log, oo, pi, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class Maxwell(Family):
    """The law of the length of a normal vector in space with standard deviations a."""

    a = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        return log(2 / pi) / 2 - 3 * log(self.a) + 2 * log(x) - x**2 / (2 * self.a**2)

    def root(self):
        return image(Gamma(Rational(3, 2), 1 / (2 * self.a**2)), sqrt(x), x**2)
