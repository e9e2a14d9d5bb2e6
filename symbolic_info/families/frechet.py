"""The Fréchet family."""

from sympy import log, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .exponential import Exponential


class Frechet(Family):
    """The law of s T^(−1/α) for T exponential with rate 1: shape α, scale s."""

    alpha = Positive()
    s = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        a, z = self.alpha, x / self.s
        return log(a / self.s) - (a + 1) * log(z) - z ** (-a)

    def root(self):
        return image(Exponential(1), self.s * x ** (-1 / self.alpha), (x / self.s) ** (-self.alpha))
