"""The Cauchy family."""

from sympy import log, pi, sqrt

from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.support import Interval
from .half_cauchy import HalfCauchy
from .student_t import StudentT


class Cauchy(Family):
    """The Cauchy law with median x₀ and scale γ: Student's t with one degree of freedom."""

    x_0 = Real()
    gamma = Positive()
    support = Interval()
    centre = "x_0"

    def log_density(self, x):
        return -log(pi * self.gamma) - log(1 + (x - self.x_0) ** 2 / self.gamma**2)

    def tilts(self, x, t):
        n = 1 - 2 * t
        yield log(1 + (x - self.x_0) ** 2 / self.gamma**2), StudentT(n, self.x_0, self.gamma / sqrt(n))

    def folded(self):
        return HalfCauchy(self.gamma)
