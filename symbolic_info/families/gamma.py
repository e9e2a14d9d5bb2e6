"""The gamma family."""

from sympy import log, loggamma, oo

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval


class Gamma(Family):
    """The gamma law with shape α and rate β."""

    alpha = Positive()
    beta = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        a, b = self.alpha, self.beta
        return a * log(b) - loggamma(a) + (a - 1) * log(x) - b * x

    def tilts(self, x, t):
        yield x, Gamma(self.alpha, self.beta - t)
        yield log(x), Gamma(self.alpha + t, self.beta)
