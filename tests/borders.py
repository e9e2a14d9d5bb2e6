"""Expectations on both sides of the border between finite and infinite."""

from sympy import Abs, Eq, Rational, exp, log, loggamma, symbols, zeta

from symbolic_info.families import (
    Beta,
    Exponential,
    Gamma,
    Geometric,
    Gumbel,
    Laplace,
    Levy,
    Logistic,
    LogNormal,
    Lomax,
    Normal,
    Pareto,
    Poisson,
    Uniform,
)
from symbolic_info.language.binder import x
from symbolic_info.language.distribution import Family
from symbolic_info.language.domains import Above
from symbolic_info.language.images import image
from symbolic_info.language.support import Integers

m = symbols("m", real=True)
a, b, q, p, s = symbols("a b q p s", positive=True)
half = Rational(1, 2)
TWICE = image(Exponential(q), exp(2 * x), log(x) / 2)  # P(Y > y) = y^(−q/2)


class PowerTail(Family):
    """The mass function with tail k^(−s)."""

    s = Above(1)
    support = Integers(1)

    def log_density(self, x):
        return -self.s * log(x) - log(zeta(self.s))


# (law, body, conditions on one side of the border, the border, conditions on the other)
BORDERS = [
    (Pareto(b, a), x, [a < 1], [Eq(a, 1)], [a > 1]),
    (Pareto(b, a), (x - m) ** 2, [a < 2], [Eq(a, 2)], [a > 2]),
    (Pareto(b, a), (x - m) ** 2 / 2 - 7 * x, [a <= 2], [Eq(a, 2)], [a > 2]),
    (Lomax(a, q), x, [a <= half], [a <= 1], [a >= 2]),
    (Lomax(a, q), exp(x / s) + 1 / x, [], [], None),
    (Gamma(a, b), 1 / x, [a < 1], [Eq(a, 1)], [a > 1]),
    (Gamma(a, b), x**-p, [a < p], [Eq(a, p)], [a > p]),
    (Gamma(a, b), exp(q * x), [q > b], [Eq(q, b)], [q < b]),
    (Gamma(a, b), exp(b * x) / x**p, [p < a], [Eq(a, p)], None),
    (Gamma(a, b), exp(b * x) / x**p, [p > a], [p >= a], None),
    (Exponential(q), exp(x**2), [], [], None),
    (Exponential(q), exp(-x) / x, [], [], None),
    (Beta(a, b), 1 / (x * (1 - x)), [a <= 1], [b <= 1], [a > 1, b > 1]),
    (Beta(a, b), log(x) / x, None, None, [a > 1]),
    (Laplace(m, b), exp(-x / s) + (x - m) / s - Abs(x - m) / b, [b > s], [Eq(b, s)], [b < s]),
    (Logistic(m, b), exp(-x / s), [b > s], [b >= s], [b < s]),
    (Gumbel(m, b), exp(x / s), [b > s], [b >= s], [b < s]),
    (Gumbel(m, b), exp(-x / s), None, None, []),
    (Normal(m, s), exp(p * x**2 - m * x * 2 * p), [p > 1 / (2 * s**2)], None, [p < 1 / (2 * s**2)]),
    (Normal(0, s), exp(p * x**2), [p > 1 / (2 * s**2)], [p >= 1 / (2 * s**2)], [p < 1 / (2 * s**2)]),
    (LogNormal(m, s), exp(x), [], [], None),
    (LogNormal(m, s), x**p * exp(-p * x), None, None, []),
    (Uniform(0, b), 1 / x, [], [], None),
    (Uniform(0, b), x**-p, [p > 1], [p >= 1], [p < 1]),
    (Levy(m, b), x, [], [], None),
    (Levy(0, b), x**p, [p > half], [p >= half], [p < half]),
    (Poisson(q), exp(x**2), [], [], None),
    (Poisson(q), x * loggamma(x + 1), None, None, []),
    (Geometric(half), exp(p * x), [p > log(2)], [p >= log(2)], [p < log(2)]),
    (PowerTail(s), x, [s < 2], [Eq(s, 2)], [s > 2]),
    (PowerTail(s), x * log(x), [s < 2], [Eq(s, 2)], [s > 2]),
    (PowerTail(s), loggamma(x + 1), [s < 2], [Eq(s, 2)], [s > 2]),
    (TWICE, x, [q < 2], [q <= 2], [q > 2]),
]
ENDLESS = [(law, body, sure) for law, body, below, edge, _ in BORDERS for sure in (below, edge) if sure is not None]
CONVERGENT = [(law, body, above) for law, body, _, _, above in BORDERS if above is not None]
