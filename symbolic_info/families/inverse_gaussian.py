"""The inverse Gaussian family."""

from sympy import log, pi, sqrt

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval


class InverseGaussian(Family):
    """The inverse Gaussian law with mean μ and shape λ: when a drifting Brownian motion reaches a level."""

    mu = Positive()
    lambda_ = Positive()
    support = Interval(0)

    def log_density(self, x):
        m, c = self.mu, self.lambda_
        return (log(c) - log(2 * pi) - 3 * log(x)) / 2 - c * (x - m) ** 2 / (2 * m**2 * x)

    def tilts(self, x, t):
        m, c = self.mu, self.lambda_
        yield x, InverseGaussian(m * sqrt(c / (c - 2 * m**2 * t)), c)
        yield 1 / x, InverseGaussian(m * sqrt((c - 2 * t) / c), c - 2 * t)
