"""The Erlang family."""

from sympy import log, loggamma, oo

from ..language.distribution import Family
from ..language.domains import Natural, Positive
from ..language.support import Interval
from .gamma import Gamma


class Erlang(Family):
    """The law of the waiting time for k events that come at rate λ."""

    k = Natural()
    lambda_ = Positive()
    support = Interval(0, oo)

    def log_density(self, x):
        k, rate = self.k, self.lambda_
        return k * log(rate) - loggamma(k) + (k - 1) * log(x) - rate * x

    def tilts(self, x, t):
        yield x, Erlang(self.k, self.lambda_ - t)
        yield log(x), Gamma(self.k + t, self.lambda_)
