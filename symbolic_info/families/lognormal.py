"""The log-normal family."""

from sympy import exp, log

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from .normal import Normal


class LogNormal(Family):
    """The law of e^Y for Y normal with mean μ and standard deviation σ."""

    mu = Real()
    sigma = Positive()

    def root(self):
        return image(Normal(self.mu, self.sigma), exp(x), log(x))
