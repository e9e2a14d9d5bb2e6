"""The binomial family."""

from sympy import binomial, exp, log

from ..language.distribution import Family
from ..language.domains import Natural, Unit
from ..language.support import Integers


class Binomial(Family):
    """The law of the number of successes in n trials, each of probability p."""

    n = Natural()
    p = Unit()

    @property
    def support(self):
        return Integers(0, self.n)

    def log_density(self, x):
        return log(binomial(self.n, x)) + x * log(self.p) + (self.n - x) * log(1 - self.p)

    def tilts(self, x, t):
        yield x, Binomial(self.n, self.p * exp(t) / (1 - self.p + self.p * exp(t)))
