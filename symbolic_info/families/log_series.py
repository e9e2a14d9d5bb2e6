"""The logarithmic series family."""

from sympy import exp, log

from ..language.distribution import Family
from ..language.domains import Unit
from ..language.support import Integers


class LogSeries(Family):
    """The law of 1, 2, 3, … with probabilities pᵏ/k over their sum, −log(1 − p)."""

    p = Unit()
    support = Integers(1)

    def log_density(self, x):
        return x * log(self.p) - log(x) - log(-log(1 - self.p))

    def tilts(self, x, t):
        yield x, LogSeries(self.p * exp(t))
