"""The uniform family on an interval."""

from sympy import log

from ..language.distribution import Family
from ..language.domains import Real
from ..language.support import Interval


class Uniform(Family):
    """The uniform law on the interval (a, b)."""

    a = Real()
    b = Real()

    def relations(self):
        return (self.a < self.b,)

    @property
    def support(self):
        return Interval(self.a, self.b)

    def log_density(self, x):
        return -log(self.b - self.a)
