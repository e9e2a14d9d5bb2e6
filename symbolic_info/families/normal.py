"""The normal family."""

from sympy import log, pi, sqrt

from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.support import Interval
from .half_normal import HalfNormal


class Normal(Family):
    """The normal law with mean μ and standard deviation σ."""

    mu = Real()
    sigma = Positive()
    latex_form = r"\mathcal{{N}}\left({0},\, {1}^2\right)"
    support = Interval()
    centre = "mu"

    def log_density(self, x):
        return -log(self.sigma) - log(2 * pi) / 2 - (x - self.mu) ** 2 / (2 * self.sigma**2)

    def tilts(self, x, t):
        yield x, Normal(self.mu + t * self.sigma**2, self.sigma)
        u = 1 - 2 * t * self.sigma**2
        yield x**2, Normal(self.mu / u, self.sigma / sqrt(u))

    def folded(self):
        return HalfNormal(self.sigma)
