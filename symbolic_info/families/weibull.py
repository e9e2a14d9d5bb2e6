"""The Weibull family."""

from sympy import log, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .exponential import Exponential


class Weibull(Family):
    """The law of λ T^(1/k) for T exponential with rate 1: scale λ, shape k."""

    lambda_ = Positive()
    k = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        k, z = self.k, x / self.lambda_
        return log(k / self.lambda_) + (k - 1) * log(z) - z**k

    def root(self):
        return image(Exponential(1), self.lambda_ * x ** (1 / self.k), (x / self.lambda_) ** self.k)
