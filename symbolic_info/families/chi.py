"""The chi family."""

from sympy import log, loggamma, oo, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .chi_squared import ChiSquared


class Chi(Family):
    """The law of the length of a vector of k independent standard normal variables; k > 0 need not be whole."""

    k = Positive()
    latex_form = r"\chi\left({0}\right)"
    support = Interval(0, oo)

    def log_density(self, x):
        k = self.k
        return (1 - k / 2) * log(2) - loggamma(k / 2) + (k - 1) * log(x) - x**2 / 2

    def root(self):
        return image(ChiSquared(self.k), sqrt(x), x**2)
