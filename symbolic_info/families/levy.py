"""The Lévy family."""

from sympy import Rational, log, oo, pi

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class Levy(Family):
    """The law of μ + c/Z² for Z standard normal."""

    mu = Real()
    c = Positive()

    @property
    def support(self):
        return Interval(self.mu, oo)

    def log_density(self, x):
        z = x - self.mu
        return log(self.c / (2 * pi)) / 2 - Rational(3, 2) * log(z) - self.c / (2 * z)

    def root(self):
        return image(Gamma(Rational(1, 2), self.c / 2), self.mu + 1 / x, 1 / (x - self.mu))
