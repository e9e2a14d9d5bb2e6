"""The Kumaraswamy family."""

from sympy import log

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class Kumaraswamy(Family):
    """The law on (0, 1) with distribution function 1 − (1 − x^a)^b."""

    a = Positive()
    b = Positive()
    support = Interval(0, 1)

    def log_density(self, x):
        a, b = self.a, self.b
        return log(a * b) + (a - 1) * log(x) + (b - 1) * log(1 - x**a)

    def root(self):
        return image(Beta(1, self.b), x ** (1 / self.a), x**self.a)
