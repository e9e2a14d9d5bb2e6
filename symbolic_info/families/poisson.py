"""The Poisson family."""

from sympy import exp, factorial, log

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Integers


class Poisson(Family):
    """The Poisson law with mean λ."""

    lambda_ = Positive()
    support = Integers(0)

    def log_density(self, x):
        return x * log(self.lambda_) - self.lambda_ - log(factorial(x))

    def tilts(self, x, t):
        yield x, Poisson(self.lambda_ * exp(t))
