"""The Gumbel family."""

from sympy import exp, log

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .exponential import Exponential


class Gumbel(Family):
    """The law of μ − β log T for T exponential with rate 1: location μ, scale β."""

    mu = Real()
    beta = Positive()
    support = Interval()

    def log_density(self, x):
        z = (x - self.mu) / self.beta
        return -log(self.beta) - z - exp(-z)

    def root(self):
        return image(Exponential(1), self.mu - self.beta * log(x), exp(-(x - self.mu) / self.beta))
