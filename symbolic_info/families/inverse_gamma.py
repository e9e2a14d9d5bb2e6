"""The inverse gamma family."""

from sympy import log, loggamma, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class InverseGamma(Family):
    """The law of 1/G for G gamma with shape α and rate β."""

    alpha = Positive()
    beta = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        a, b = self.alpha, self.beta
        return a * log(b) - loggamma(a) - (a + 1) * log(x) - b / x

    def root(self):
        return image(Gamma(self.alpha, self.beta), 1 / x, 1 / x)
