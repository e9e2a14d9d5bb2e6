"""The chi-squared family."""

from sympy import Rational, log, loggamma, oo

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval
from .gamma import Gamma


class ChiSquared(Family):
    """The law of the sum of k squares of independent standard normal variables; k > 0 need not be whole."""

    k = Positive()
    latex_form = r"\chi^2\left({0}\right)"
    support = Interval(0, oo)

    def log_density(self, x):
        a = self.k / 2
        return -a * log(2) - loggamma(a) + (a - 1) * log(x) - x / 2

    def tilts(self, x, t):
        yield x, Gamma(self.k / 2, Rational(1, 2) - t)
        yield log(x), Gamma(self.k / 2 + t, Rational(1, 2))
