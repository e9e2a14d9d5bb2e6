"""The power-law family on (0, 1)."""

from sympy import log

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval
from .beta import Beta


class PowerLaw(Family):
    """The law on (0, 1) with density a x^(a−1)."""

    a = Positive()
    support = Interval(0, 1)

    def log_density(self, x):
        return log(self.a) + (self.a - 1) * log(x)

    def tilts(self, x, t):
        yield log(x), PowerLaw(self.a + t)
        yield log(1 - x), Beta(self.a, 1 + t)
