"""The Rayleigh family."""

from sympy import log, oo, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .exponential import Exponential


class Rayleigh(Family):
    """The law of the length of a normal vector in the plane with standard deviations σ."""

    sigma = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        return log(x) - 2 * log(self.sigma) - x**2 / (2 * self.sigma**2)

    def root(self):
        return image(Exponential(1 / (2 * self.sigma**2)), sqrt(x), x**2)
