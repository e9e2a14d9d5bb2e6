"""The generalized normal family."""

from sympy import Abs, log, loggamma

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .gamma import Gamma


class GeneralizedNormal(Family):
    """The law with density proportional to exp(−(|x − μ|/α)^β): location μ, scale α, shape β."""

    mu = Real()
    alpha = Positive()
    beta = Positive()
    support = Interval()
    centre = "mu"

    def log_density(self, x):
        b, z = self.beta, Abs(x - self.mu) / self.alpha
        return log(b / (2 * self.alpha)) - loggamma(1 / b) - z**b

    def folded(self):
        return image(Gamma(1 / self.beta, 1), self.alpha * x ** (1 / self.beta), (x / self.alpha) ** self.beta)
