"""The Lomax family."""

from sympy import log, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class Lomax(Family):
    """The law of λ (1/B − 1) for B beta with shapes α and 1: shape α, scale λ, tail (1 + x/λ)^(−α)."""

    alpha = Positive()
    lambda_ = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        a = self.alpha
        return log(a / self.lambda_) - (a + 1) * log(1 + x / self.lambda_)

    def root(self):
        return image(Beta(self.alpha, 1), self.lambda_ * (1 - x) / x, self.lambda_ / (x + self.lambda_))
