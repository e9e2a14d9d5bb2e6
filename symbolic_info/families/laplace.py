"""The Laplace family."""

from sympy import Abs, log

from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.support import Interval
from .exponential import Exponential


class Laplace(Family):
    """The Laplace law with median μ and scale b."""

    mu = Real()
    b = Positive()
    support = Interval()
    centre = "mu"

    def log_density(self, x):
        return -log(2 * self.b) - Abs(x - self.mu) / self.b

    def tilts(self, x, t):
        yield Abs(x - self.mu), Laplace(self.mu, self.b / (1 - self.b * t))

    def folded(self):
        return Exponential(1 / self.b)
