"""The Pareto family."""

from sympy import exp, log, oo

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive
from ..language.images import image
from ..language.support import Interval
from .exponential import Exponential


class Pareto(Family):
    """The law of x_m e^T for T exponential with rate α, on (x_m, ∞)."""

    x_m = Positive()
    alpha = Positive()

    @property
    def support(self):
        return Interval(self.x_m, oo)

    def log_density(self, x):
        a = self.alpha
        return log(a) + a * log(self.x_m) - (a + 1) * log(x)

    def root(self):
        return image(Exponential(self.alpha), self.x_m * exp(x), log(x / self.x_m))
