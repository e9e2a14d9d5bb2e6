"""The beta family."""

from sympy import log, loggamma

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval


class Beta(Family):
    """The beta law on (0, 1) with shapes α and β."""

    alpha = Positive()
    beta = Positive()
    support = Interval(0, 1)

    def log_density(self, x):
        a, b = self.alpha, self.beta
        return (a - 1) * log(x) + (b - 1) * log(1 - x) - loggamma(a) - loggamma(b) + loggamma(a + b)

    def tilts(self, x, t):
        yield log(x), Beta(self.alpha + t, self.beta)
        yield log(1 - x), Beta(self.alpha, self.beta + t)
