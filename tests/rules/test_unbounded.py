"""Expectations that diverge, and such as converge: inside the conditions and outside, and at the border."""

from sympy import Abs, Eq, Rational, exp, log, loggamma, oo, sign, sqrt, symbols, zeta

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
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.domains import Above
from symbolic_info.language.images import image
from symbolic_info.language.support import Integers, Interval
from symbolic_info.language.terms import Variance
from symbolic_info.rules import RULES

from .table import three_from

divergence, term = RULES["divergence"], RULES["infinite_term"]
m = symbols("m", real=True)
a, b, q, p, s = symbols("a b q p s", positive=True)
half = Rational(1, 2)
f = Law("f")
TWICE = image(Exponential(q), exp(2 * x), log(x) / 2)  # P(Y > y) = y^(−q/2)


class PowerTail(Family):
    """The mass function with tail k^(−s)."""

    s = Above(1)
    support = Integers(1)

    def log_density(self, x):
        return -self.s * log(x) - log(zeta(self.s))


class RootTail(Family):
    """A density that falls like x^(−1) e^(−√log x): slower than any power x^(−1−ε), faster than 1/x."""

    support = Interval(1, oo)

    def log_density(self, x):
        return -log(x) - sqrt(log(x) + 1)


def infinite(law, body, *given, value=oo):
    return calc(law.expect(body), given=given).eq(value, by=divergence)


def endless(law, body, part, *given, value=oo):
    return calc(law.expect(body), given=given).eq(value, by=term(law.expect(part)))


def variance(law, *given):
    return calc(Variance(law), given=given).eq(oo, by=divergence)


def finite(law, body, *given):
    return (Finite(law.expect(body)), [*law.conditions(), *given])


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

INSIDE = {
    "divergence.infinite_mean": [
        *(infinite(law, body, *sure) for law, body, sure in ENDLESS),
        infinite(Uniform(0, b), log(x) / x, value=-oo),
        infinite(Pareto(b, a), x - x**2, a <= 1, value=-oo),
        infinite(Beta(a, b), 1 / x - 1 / (1 - x), a <= 1, b > 1),
    ],
    "divergence.infinite_variance": [
        variance(Pareto(b, a), a > 1, a <= 2),
        variance(Pareto(b, a), a <= 2),
        variance(Levy(m, b)),
        variance(TWICE, q <= 4),
    ],
    "infinite_term.infinite_by_a_term": [
        endless(Pareto(b, a), x * q - (a + 1) * log(x), x, a <= 1),
        endless(Pareto(b, a), (x - m) ** 2 - x * q, (x - m) ** 2, a <= 2),
        endless(Gamma(a, b), log(x) + s / x - b * x, 1 / x, a <= 1),
        endless(Levy(0, b), 3 - x, x, value=-oo),
    ],
    "comparison.finite_mean": [
        *(finite(law, body, *above) for law, body, above in CONVERGENT),
        finite(Gamma(a, b), log(1 + x**2)),
        finite(Normal(m, s), log(1 + (x - q) ** 2)),
        finite(LogNormal(m, s), log(1 + exp(-x))),
        finite(Laplace(m, b), Abs(x - q) * log(1 + x**2)),
        finite(Beta(a, b), (1 - x) ** (-b / 2)),
        finite(Exponential(q), exp(-exp(x)) * exp(x**2) * 0 + exp(-exp(x))),
    ],
}
OUTSIDE = {
    "divergence.infinite_mean": [
        *(infinite(law, body, *above) for law, body, above in CONVERGENT),
        infinite(Pareto(b, a), x),
        infinite(Pareto(b, a), x - x**2, a <= 2),
        infinite(Pareto(b, a), m * x, a <= 1),
        infinite(Pareto(b, a), x * (q - s), a <= 1),
        infinite(Pareto(b, a), x - x, a <= 1),
        infinite(Pareto(b, a), sqrt(x**2 + 1) - x, a <= 1),
        infinite(Beta(a, b), 1 / x - 1 / (1 - x), a <= 1),
        infinite(Beta(a, b), 1 / x - 1 / (1 - x), a <= 1, b <= 1),
        infinite(Levy(0, b), x - x * log(x)),
        infinite(Exponential(q), 1 / x, value=-oo),
        infinite(Laplace(m, b), x**3),
        infinite(RootTail(), log(x)),
        infinite(RootTail(), log(x), value=-oo),
        infinite(f, x**2),
        infinite(Gamma(a, b), f.density(x), a <= 1),
    ],
    "divergence.infinite_variance": [
        variance(Pareto(b, a), a > 2),
        variance(Pareto(b, a)),
        variance(Normal(m, s)),
        variance(f),
    ],
    "infinite_term.infinite_by_a_term": [
        endless(Pareto(b, a), x * q - (a + 1) * log(x), x, a > 1),
        endless(Pareto(b, a), x * q - (a + 1) * log(x), log(x), a <= 1),
        endless(Pareto(b, a), x - x**2, x, a <= 1),
        endless(Gamma(a, b), log(x) + s / x, x, a <= 1),
        calc(Gamma(a, b).expect(1 / x + x), given=[a <= 1]).eq(oo, by=term(Levy(0, b).expect(x))),
    ],
    "comparison.finite_mean": [
        *(finite(law, body, *sure) for law, body, sure in ENDLESS),
        finite(Pareto(b, a), x),
        finite(Pareto(b, a), x, a >= 1),
        finite(Gamma(a, b), 1 / x, a >= 1),
        finite(Exponential(q), 1 / (x - 1)),
        finite(Normal(m, s), 1 / x),
        finite(Normal(m, s), 1 / (1 - x**2)),
        finite(Uniform(m, b), 1 / x, m < b),
        finite(Normal(0, 1), sign(x)),
        finite(f, x),
        finite(Gamma(a, b), f.density(x)),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
