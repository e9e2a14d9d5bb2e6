"""Expectations that diverge, and such as converge: inside the conditions and outside, and at the border."""

from borders import CONVERGENT, ENDLESS, TWICE, a, b, m, p, q, s
from sympy import Abs, Rational, binomial, erf, exp, factorial, log, oo, sign, sqrt

from symbolic_info.families import (
    Beta,
    Exponential,
    Gamma,
    Laplace,
    Levy,
    LogNormal,
    NegativeBinomial,
    Normal,
    Pareto,
    Poisson,
    Uniform,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.information import Renyi, RenyiDivergence
from symbolic_info.language.support import Interval
from symbolic_info.language.terms import Variance
from symbolic_info.rules import RULES

from .table import three_from

divergence, term = RULES["divergence"], RULES["infinite_term"]
f = Law("f")
half = Rational(1, 2)


class RootTail(Family):
    """A density that falls like x^(−1) e^(−√log x): slower than any power x^(−1−ε), faster than 1/x."""

    support = Interval(1, oo)

    def log_density(self, x):
        return -log(x) - sqrt(log(x) + 1)


def infinite(law, body, *given, value=oo):
    return calc(law.expect(body), given=given).eq(value, by=divergence)


def endless(law, body, part, *given, value=oo):
    return calc(law.expect(body), given=given).eq(value, by=term(law.expect(part)))


def renyi(e, *given, value=oo):
    return calc(e, given=given).eq(value, by=divergence)


def variance(law, *given):
    return calc(Variance(law), given=given).eq(oo, by=divergence)


def finite(law, body, *given):
    return (Finite(law.expect(body)), [*law.conditions(), *given])


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
    "divergence.infinite_renyi": [
        renyi(Renyi(2, Gamma(a, b)), 2 * a <= 1, value=-oo),
        renyi(Renyi(Rational(1, 2), Pareto(b, a)), a <= 1),
        renyi(RenyiDivergence(2, Normal(0, p), Normal(m, q)), p**2 > 2 * q**2),
        renyi(RenyiDivergence(2, Normal(m, p), Normal(m, q)), p**2 >= 2 * q**2),
        renyi(RenyiDivergence(2, Pareto(b, a), Exponential(q))),
        renyi(RenyiDivergence(2, Exponential(p), Exponential(q)), q >= 2 * p),
    ],
    "infinite_term.infinite_by_a_term": [
        endless(Pareto(b, a), x * q - (a + 1) * log(x), x, a <= 1),
        endless(Pareto(b, a), (x - m) ** 2 - x * q, (x - m) ** 2, a <= 2),
        endless(Gamma(a, b), log(x) + s / x - b * x, 1 / x, a <= 1),
        endless(Levy(0, b), 3 - x, x, value=-oo),
    ],
    "comparison.finite_mean": [
        finite(Poisson(p), sqrt(factorial(x))),
        finite(Poisson(p), factorial(x), p < 1),
        finite(Poisson(p), factorial(x) ** q, q < 1),
        finite(NegativeBinomial(q, half), sqrt(binomial(q + x - 1, x))),
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
        infinite(Pareto(b, a), x * erf(x), a <= 1),
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
    "divergence.infinite_renyi": [
        renyi(Renyi(2, Gamma(a, b)), 2 * a <= 1),
        renyi(Renyi(2, Gamma(a, b)), 2 * a > 1, value=-oo),
        renyi(Renyi(p, Pareto(b, a)), a <= 1),
        renyi(Renyi(Rational(1, 2), Pareto(b, a)), a > 1),
        renyi(RenyiDivergence(2, Normal(0, p), Normal(m, q)), p**2 < 2 * q**2),
        renyi(RenyiDivergence(Rational(1, 2), Pareto(b, a), Exponential(q))),
        renyi(RenyiDivergence(2, f, Exponential(q))),
    ],
    "infinite_term.infinite_by_a_term": [
        endless(Pareto(b, a), x * q - (a + 1) * log(x), x, a > 1),
        endless(Pareto(b, a), x * q - (a + 1) * log(x), log(x), a <= 1),
        endless(Pareto(b, a), x - x**2, x, a <= 1),
        endless(Gamma(a, b), log(x) + s / x, x, a <= 1),
        calc(Gamma(a, b).expect(1 / x + x), given=[a <= 1]).eq(oo, by=term(Levy(0, b).expect(x))),
    ],
    "comparison.finite_mean": [
        finite(Poisson(p), factorial(x)),
        finite(Poisson(p), factorial(x) ** 2, p < 1),
        finite(Poisson(p), factorial(x) ** q),
        finite(NegativeBinomial(q, half), 2**x * binomial(q + x - 1, x)),
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
