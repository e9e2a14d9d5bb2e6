"""The log-normal family."""

from sympy import exp, log, oo, pi

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .normal import Normal


class LogNormal(Family):
    """The law of e^Y for Y normal with mean μ and standard deviation σ."""

    mu = Real()
    sigma = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        return -log(x) - log(self.sigma) - log(2 * pi) / 2 - (log(x) - self.mu) ** 2 / (2 * self.sigma**2)

    def root(self):
        return image(Normal(self.mu, self.sigma), exp(x), log(x))
