"""The logistic family."""

from sympy import exp, log

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class Logistic(Family):
    """The law with distribution function 1/(1 + e^(−(x − μ)/s))."""

    mu = Real()
    s = Positive()
    support = Interval()
    centre = "mu"

    def log_density(self, x):
        z = (x - self.mu) / self.s
        return -log(self.s) - z - 2 * log(1 + exp(-z))

    def root(self):
        return image(Beta(1, 1), self.mu + self.s * log(x / (1 - x)), 1 / (1 + exp(-(x - self.mu) / self.s)))
