"""The family of Student's t."""

from sympy import Rational, log, loggamma, pi, sqrt

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Positive, Real
from ..language.images import image
from ..language.support import Interval
from .beta_prime import BetaPrime


class StudentT(Family):
    """The law of Student's t with ν degrees of freedom, moved to location μ and scaled by σ."""

    nu = Positive()
    mu = Real()
    sigma = Positive()
    defaults = (0, 1)
    support = Interval()
    centre = "mu"

    def log_density(self, x):
        n, m, s = self.nu, self.mu, self.sigma
        constant = loggamma((n + 1) / 2) - loggamma(n / 2) - log(pi * n) / 2 - log(s)
        return constant - (n + 1) / 2 * log(1 + (x - m) ** 2 / (n * s**2))

    def tilts(self, x, t):
        n, m, s = self.nu, self.mu, self.sigma
        yield log(1 + (x - m) ** 2 / (n * s**2)), StudentT(n - 2 * t, m, s * sqrt(n / (n - 2 * t)))

    def folded(self):
        n, s = self.nu, self.sigma
        return image(BetaPrime(Rational(1, 2), n / 2), s * sqrt(n * x), x**2 / (n * s**2))
