"""The exponential family of laws."""

from sympy import log, oo

from ..language.distribution import Family
from ..language.domains import Positive
from ..language.support import Interval
from .gamma import Gamma


class Exponential(Family):
    """The exponential law with rate λ."""

    lambda_ = Positive()
    latex_form = r"\operatorname{{Exp}}\left({0}\right)"
    support = Interval(0, oo)

    def log_density(self, x):
        return log(self.lambda_) - self.lambda_ * x

    def tilts(self, x, t):
        yield x, Exponential(self.lambda_ - t)
        yield log(x), Gamma(1 + t, self.lambda_)
