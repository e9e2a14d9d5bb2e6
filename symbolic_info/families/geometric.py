"""The geometric family."""

from sympy import exp, log

from ..language.distribution import Family
from ..language.domains import Unit
from ..language.support import Integers


class Geometric(Family):
    """The law of the number of failures before the first success, each of probability p: 0, 1, 2, …"""

    p = Unit()
    support = Integers(0)

    def log_density(self, x):
        return log(self.p) + x * log(1 - self.p)

    def tilts(self, x, t):
        yield x, Geometric(1 - (1 - self.p) * exp(t))
