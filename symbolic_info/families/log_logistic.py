"""The log-logistic family."""

from sympy import log, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class LogLogistic(Family):
    """The law of e^L for L logistic: scale α, shape β."""

    alpha = Positive()
    beta = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        b, z = self.beta, x / self.alpha
        return log(b / self.alpha) + (b - 1) * log(z) - 2 * log(1 + z**b)

    def root(self):
        a, b = self.alpha, self.beta
        return image(Beta(1, 1), a * (x / (1 - x)) ** (1 / b), x**b / (a**b + x**b))
