"""The F family."""

from sympy import log, loggamma, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class FDistribution(Family):
    """The law of the ratio of two independent mean squares with d₁ and d₂ degrees of freedom."""

    d_1 = Positive()
    d_2 = Positive()
    latex_form = r"F\left({0},\, {1}\right)"
    support = Interval(0, oo)

    def log_density(self, x):
        a, b, ratio = self.d_1 / 2, self.d_2 / 2, self.d_1 / self.d_2
        beta = loggamma(a) + loggamma(b) - loggamma(a + b)
        return a * log(ratio) + (a - 1) * log(x) - (a + b) * log(1 + ratio * x) - beta

    def root(self):
        return image(
            Beta(self.d_1 / 2, self.d_2 / 2),
            self.d_2 * x / (self.d_1 * (1 - x)),
            self.d_1 * x / (self.d_1 * x + self.d_2),
        )
