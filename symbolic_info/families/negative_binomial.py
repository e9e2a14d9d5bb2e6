"""The negative binomial family."""

from sympy import binomial, exp, log

from ..language.distribution import Family
from ..language.domains import Positive, Unit
from ..language.support import Integers


class NegativeBinomial(Family):
    """The law of the number of failures before the r-th success, each success of probability p; r need not be whole."""

    r = Positive()
    p = Unit()
    support = Integers(0)

    def log_density(self, x):
        return log(binomial(x + self.r - 1, x)) + self.r * log(self.p) + x * log(1 - self.p)

    def tilts(self, x, t):
        yield x, NegativeBinomial(self.r, 1 - (1 - self.p) * exp(t))
