"""The zeta family."""

from sympy import log, zeta

from ..language.distribution import Family
from ..language.domains import Above
from ..language.support import Integers


class Zeta(Family):
    """The law of 1, 2, 3, … with probabilities k⁻ˢ over their sum, ζ(s); also called Zipf's law."""

    s = Above(1)
    support = Integers(1)

    def log_density(self, x):
        return -self.s * log(x) - log(zeta(self.s))

    def tilts(self, x, t):
        yield log(x), Zeta(self.s - t)
