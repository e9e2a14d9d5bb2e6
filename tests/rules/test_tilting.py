"""Moments by tilting: inside their conditions and outside.  A family cannot lie."""

import pytest
from sympy import Abs, EulerGamma, Rational, Symbol, digamma, exp, gamma, log, polygamma, symbols

from symbolic_info.families import (
    Bernoulli,
    Beta,
    BivariateNormal,
    Dirichlet,
    Exponential,
    Gamma,
    Geometric,
    Laplace,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
)
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.domains import Positive
from symbolic_info.language.support import Interval
from symbolic_info.rules import RULES

from .table import three_from

tilting = RULES["tilting"]
a, m, r = symbols("a m r", real=True)
p, q, s, t = symbols("p q s t", positive=True)
u = Symbol("u", nonnegative=True)
half = Rational(1, 2)


def mean(law, f, value, given=()):
    return calc(law.expect(f), given=given).eq(value, by=tilting)


def both(law, f, value, given=()):
    return calc(law.expect(f, (x, y)), given=given).eq(value, by=tilting)


INSIDE = {
    "tilting.moment": [
        mean(Normal(m, s), x, m),
        mean(Normal(m, s), x**2, m**2 + s**2),
        mean(Normal(0, 1), x**6, 15),
        mean(Normal(m, s), exp(t * x), exp(m * t + s**2 * t**2 / 2)),
        mean(Exponential(p), x, 1 / p),
        mean(Exponential(p), x**2, 2 / p**2),
        mean(Exponential(p), log(x), -EulerGamma - log(p)),
        mean(Exponential(p), exp(half * p * x), 2),
        mean(Gamma(p, q), log(x), digamma(p) - log(q)),
        mean(Gamma(p, q), x * log(x), p * (digamma(p + 1) - log(q)) / q),
        mean(Gamma(p, q), 1 / x, q / (p - 1), [p > 1]),
        mean(Gamma(p, q), x**t, gamma(p + t) / gamma(p) / q**t),
        mean(Beta(p, q), log(x), digamma(p) - digamma(p + q)),
        mean(Beta(p, q), log(x) ** 2, (digamma(p) - digamma(p + q)) ** 2 + polygamma(1, p) - polygamma(1, p + q)),
        mean(Beta(p, q), x, p / (p + q)),
        mean(Bernoulli(p), x, p),
        mean(Geometric(p), x, (1 - p) / p),
        mean(Poisson(p), x**2, p + p**2),
        mean(Laplace(m, s), Abs(x - m), s),
        mean(Laplace(m, s), (x - m) ** 2, 2 * s**2),
        mean(Normal(m, s), (x - a) ** 2, (m - a) ** 2 + s**2),
        mean(Normal(m, s), (x - a) * exp(t * x), (m - a + s**2 * t) * exp(m * t + s**2 * t**2 / 2)),
        both(BivariateNormal(m, a, s, t, r), (x - m) * (y - a), r * s * t),
        both(BivariateNormal(m, a, s, t, r), x * y**2, m * (a**2 + t**2) + 2 * a * r * s * t),
        both(MultivariateNormal([m, a], [[p, r], [r, q]]), x * y, m * a + r),
        both(Dirichlet(p, q, s), log(1 - x - y), digamma(s) - digamma(p + q + s)),
        both(Dirichlet(p, q, s), x * log(y), p * (digamma(q) - digamma(p + q + s + 1)) / (p + q + s)),
    ],
    "tilting.finite_moment": [
        (Finite(Normal(m, s).expect(x**3)), []),
        (Finite(Gamma(p, q).expect(1 / x)), [p > 1]),
        (Finite(Exponential(p).expect(exp(t * x))), [t < p]),
    ],
}
OUTSIDE = {
    "tilting.moment": [
        mean(Normal(m, s), x**2, s**2),
        mean(Normal(m, s), x, m + s),
        mean(Exponential(p), x, p),
        mean(Exponential(p), exp(2 * p * x), -1),
        mean(Exponential(p), exp(p * x), p),
        mean(Exponential(p), 1 / x, 0),
        mean(Gamma(p, q), 1 / x, q),
        mean(Gamma(p, q), x**-2, q**2 * gamma(p - 2) / gamma(p), [p > 1]),
        mean(Beta(p, q), 1 / x, p + q),
        mean(Beta(half, q), 1 / x, (q - half) / -half),
        mean(Gamma(p, q), log(x), log(p) - log(q)),
        mean(Laplace(m, s), exp(Abs(x - m) * 2 / s), -1),
        mean(Laplace(m, s), Abs(x - a), s),
        mean(Normal(m, s), log(1 + x**2), log(1 + m**2 + s**2)),
        mean(Geometric(p), exp(x), p / (1 - (1 - p) * exp(1))),
        mean(Law("f"), x, m),
        mean(Uniform(0, 1), x, half),
        mean(Normal(m, s), (x - a) ** 2, m**2 + s**2),
        both(BivariateNormal(m, a, s, t, r), (x - m) * (y - a), s * t),
        both(BivariateNormal(m, a, s, t, r), x * y, r * s * t),
        both(Dirichlet(p, q, s), log(1 - x - y), digamma(s) - digamma(p + q)),
        both(Dirichlet(p, q, s), 1 / x, (p + q + s - 1) / (p - 1)),
        both(Dirichlet(p, q, s), log(x + y), digamma(p + q) - digamma(p + q + s)),
    ],
    "tilting.finite_moment": [
        (Finite(Gamma(p, q).expect(1 / x)), []),
        (Finite(Exponential(p).expect(1 / x)), []),
        (Finite(Exponential(p).expect(exp(t * x))), []),
        (Finite(Exponential(p).expect(exp(p * x))), []),
        (Finite(Exponential(p).expect(exp(2 * p * x))), []),
        (Finite(Geometric(half).expect(2**x)), []),
        (Finite(Law("f").expect(x)), []),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


class OnTheWholeLine(Family):
    """An exponential law whose tilts are said to be Laplace laws: proportional on (0, ∞), but not all of the mass."""

    rate = Positive()
    support = Interval(0)

    def log_density(self, x):
        return log(self.rate) - self.rate * x

    def tilts(self, x, t):
        yield x, Laplace(0, 1 / (self.rate - t))


class AnotherRate(Family):
    """An exponential law whose tilt is said to be one of twice the rate."""

    rate = Positive()
    support = Interval(0)

    def log_density(self, x):
        return log(self.rate) - self.rate * x

    def tilts(self, x, t):
        yield x, Exponential(2 * (self.rate - t))


class NotNormalised(Family):
    """A density that a factor is missing from: the tilts cancel it, so that no moment comes out wrong by it."""

    rate = Positive()
    support = Interval(0)

    def log_density(self, x):
        return log(self.rate) - self.rate * x

    def tilts(self, x, t):
        yield x, NotNormalised(self.rate - t)
        yield log(x), Gamma(1 + 2 * t, self.rate)


@pytest.mark.parametrize("family", [OnTheWholeLine, AnotherRate])
def test_a_family_cannot_lie_about_its_tilts(family):
    for value in (1 / p, 2 / p, 1 / (2 * p), p):
        with pytest.raises(Rejected):
            check(calc(family(p).expect(x)).eq(value, by=tilting))


def test_a_lie_about_one_statistic_does_not_pass_for_it():
    assert check(calc(NotNormalised(p).expect(x)).eq(1 / p, by=tilting)).status == "proved"
    for value in (-EulerGamma - log(p), 2 * digamma(1) - log(p), 0):
        with pytest.raises(Rejected):
            check(calc(NotNormalised(p).expect(log(x))).eq(value, by=tilting))
