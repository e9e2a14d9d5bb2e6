"""The beta prime family."""

from sympy import log, loggamma, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class BetaPrime(Family):
    """The law of the odds B/(1 − B) for B beta with shapes α and β."""

    alpha = Positive()
    beta = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        a, b = self.alpha, self.beta
        return (a - 1) * log(x) - (a + b) * log(1 + x) - loggamma(a) - loggamma(b) + loggamma(a + b)

    def root(self):
        return image(Beta(self.alpha, self.beta), x / (1 - x), x / (1 + x))
