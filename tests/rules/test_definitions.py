"""What the quantities mean: inside the conditions of each definition and outside."""

from sympy import Rational, Symbol, exp, log, loggamma, oo, pi, sqrt, symbols
from sympy.core.symbol import Str

from symbolic_info.exact.given import Given
from symbolic_info.families import (
    Bernoulli,
    Categorical,
    Exponential,
    Gamma,
    Geometric,
    Multinomial,
    Normal,
    Poisson,
    Uniform,
)
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.joint import Joint, Table
from symbolic_info.language.marginals import Marginal
from symbolic_info.language.operators import Integral, Sum
from symbolic_info.language.terms import (
    KL,
    ConditionalEntropy,
    CrossEntropy,
    Density,
    Entropy,
    Measured,
    MutualInformation,
    SelfInformation,
    Variance,
)
from symbolic_info.rules import RULES

from .table import three_from

algebra, definition, density, expectation, unit = (
    RULES[n] for n in ("algebra", "definition", "density", "expectation", "unit")
)
a, b, m, v = symbols("a b m v", real=True)
p, q, s, t = symbols("p q s t", positive=True)
k = Symbol("k", integer=True, nonnegative=True)
f, g = Law("f"), Law("g")
J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, (X,)).density(x), Marginal(J, (Y,)).density(y)
N, R, half = Normal, Rational, Rational(1, 2)
TABLE = Table([[R(1, 8), R(1, 16)], [R(1, 4), R(9, 16)]])


def means(left, right, given=()):
    return calc(left, given=given).eq(right, by=definition)


def bare(left, right, by):
    return Derivation(left, (Step("=", right, (by,)),))


INSIDE = {
    "algebra": [
        calc(log(p * q)).eq(log(p) + log(q), by=algebra),
        calc(exp(a + log(p))).eq(p * exp(a), by=algebra),
        calc(p / (p + q)).eq(1 - q / (p + q), by=algebra),
    ],
    "definition.self_information": [
        means(SelfInformation(p), -log(p), [p <= 1]),
        means(SelfInformation(half), log(2)),
    ],
    "definition.entropy": [
        means(Entropy(N(m, s)), N(m, s).expect(log(s) + log(2 * pi) / 2 + (x - m) ** 2 / (2 * s**2))),
        means(Entropy(f), f.expect(-log(f.density(x)))),
        means(Entropy(J), J.expect(-log(pxy), (x, y))),
        means(Entropy(Geometric(p)), Geometric(p).expect(-log(p) - x * log(1 - p))),
    ],
    "definition.cross_entropy": [
        means(CrossEntropy(N(0, 1), N(m, s)), N(0, 1).expect(-N(m, s).log_density(x))),
        means(CrossEntropy(Uniform(0, 1), Uniform(0, 2)), Uniform(0, 1).expect(log(2))),
        means(CrossEntropy(f, g), f.expect(-log(g.density(x))), [Covers(f, g)]),
    ],
    "definition.divergence": [
        means(KL(N(0, 1), N(m, s)), N(0, 1).expect(N(0, 1).log_density(x) - N(m, s).log_density(x))),
        means(KL(f, g), f.expect(log(f.density(x) / g.density(x))), [Covers(f, g)]),
        means(KL(Exponential(p), Gamma(a, q)), Exponential(p).expect(log(p) - p * x - Gamma(a, q).log_density(x))),
    ],
    "definition.conditional_entropy": [
        means(ConditionalEntropy(J, (X,), (Y,)), J.expect(-log(pxy / py), (x, y))),
        means(ConditionalEntropy(J, (Y,), (X,)), J.expect(log(px) - log(pxy), (x, y))),
    ],
    "definition.mutual_information": [
        means(MutualInformation(J, (X,), (Y,)), J.expect(log(pxy / (px * py)), (x, y))),
    ],
    "definition.variance": [
        means(Variance(N(m, s)), N(m, s).expect(x**2) - N(m, s).expect(x) ** 2),
        means(Variance(f), f.expect(x**2) - f.expect(x) ** 2, [Finite(f.expect(x**2)), Finite(f.expect(x))]),
    ],
    "density.of_family": [
        calc(Density(N(m, s), a)).eq(exp(-((a - m) ** 2) / (2 * s**2)) / (s * sqrt(2 * pi)), by=density),
        calc(Density(Exponential(p), q)).eq(p * exp(-p * q), by=density),
        calc(Density(Uniform(0, 2), a), given=[a > 0, a < 2]).eq(half, by=density),
        calc(Density(Poisson(p), k)).eq(exp(k * log(p) - p - loggamma(k + 1)), by=density),
    ],
    "density.finite_by_density": [
        (Finite(N(m, s).expect(log(N(m, s).density(x)))), []),
        (Finite(Exponential(p).expect(log(Exponential(p).density(x)) ** 2)), []),
    ],
    "expectation.as_integral": [
        calc(Exponential(p).expect(x)).eq(Integral(0, oo, p * v * exp(-p * v), v), by=expectation),
        calc(Bernoulli(p).expect(x**2)).eq(p, by=expectation),
        calc(Geometric(p).expect(x)).eq(Sum(0, oo, x * p * (1 - p) ** x, x), by=expectation),
        calc(TABLE.expect(x * y, (x, y))).eq(R(1, 8) + R(2, 16) + R(2, 4) + 4 * R(9, 16), by=expectation),
        calc(Categorical(R(1, 3), 0, R(2, 3)).expect(x)).eq(R(7, 3), by=expectation),
        calc(Multinomial(2, half, half).expect(x**2)).eq(R(3, 2), by=expectation),
        calc(Multinomial(2, half, R(1, 4), R(1, 4)).expect(x * y, (x, y))).eq(R(1, 4), by=expectation),
    ],
    "unit.measured": [
        calc(Measured(Entropy(Bernoulli(half)), Str("bits"))).eq(Entropy(Bernoulli(half)) / log(2), by=unit),
        calc(Measured(Entropy(N(m, s)), Str("nats"))).eq(Entropy(N(m, s)), by=unit),
    ],
}
OUTSIDE = {
    "algebra": [
        calc(log(p + q)).eq(log(p) + log(q), by=algebra),
        calc(exp(a * b)).eq(exp(a) * exp(b), by=algebra),
        calc(Entropy(Bernoulli(p))).eq(Entropy(Bernoulli(1 - p)), by=algebra),
    ],
    "definition.self_information": [
        means(SelfInformation(p), log(p), [p <= 1]),
        means(SelfInformation(p), -log(p) / log(2), [p <= 1]),
    ],
    "definition.entropy": [
        means(Entropy(f), f.expect(log(f.density(x)))),
        means(Entropy(f), f.expect(-log(g.density(x))), [Covers(f, g)]),
        means(Entropy(f), g.expect(-log(f.density(x))), [Covers(g, f)]),
        means(Entropy(f), Entropy(g)),
    ],
    "definition.cross_entropy": [
        means(CrossEntropy(Uniform(0, 2), Uniform(0, 1)), 0),
        means(CrossEntropy(Uniform(a, b), Uniform(0, 1)), Uniform(a, b).expect(0 * x)),
        means(CrossEntropy(N(0, 1), Exponential(1)), N(0, 1).expect(x)),
        means(CrossEntropy(N(0, 1), N(m, s)), N(m, s).expect(-N(0, 1).log_density(x))),
        means(CrossEntropy(f, f), f.expect(log(f.density(x)))),
    ],
    "definition.divergence": [
        means(KL(Uniform(0, 2), Uniform(0, 1)), -log(2)),
        means(KL(Uniform(a, b), Uniform(0, 1)), Uniform(a, b).expect(-log(b - a))),
        means(KL(N(0, 1), Exponential(p)), N(0, 1).expect(N(0, 1).log_density(x) - log(p) + p * x)),
        means(KL(Geometric(half), Bernoulli(half)), Geometric(half).expect(-x * log(2))),
        means(KL(N(0, 1), N(m, s)), N(0, 1).expect(N(m, s).log_density(x) - N(0, 1).log_density(x))),
        means(KL(f, g), KL(g, f), [Covers(f, g), Covers(g, f)]),
    ],
    "definition.conditional_entropy": [
        means(ConditionalEntropy(J, (X,), (Y,)), J.expect(-log(pxy / px), (x, y))),
        means(ConditionalEntropy(J, (X,), (Y,)), J.expect(-log(pxy), (x, y))),
        means(ConditionalEntropy(J, (X,), (Y,)), ConditionalEntropy(J, (Y,), (X,))),
    ],
    "definition.mutual_information": [
        means(MutualInformation(J, (X,), (Y,)), J.expect(log(px * py / pxy), (x, y))),
        means(MutualInformation(J, (X,), (Y,)), J.expect(log(pxy / px), (x, y))),
    ],
    "definition.variance": [
        means(Variance(N(m, s)), N(m, s).expect(x**2)),
        means(Variance(N(m, s)), N(m, s).expect(x) ** 2 - N(m, s).expect(x**2)),
    ],
    "density.of_family": [
        calc(Density(Exponential(p), a)).eq(p * exp(-p * a), by=density),
        calc(Density(Uniform(0, 2), a)).eq(half, by=density),
        calc(Density(Uniform(0, 2), a), given=[a > 0]).eq(half, by=density),
        calc(Density(Bernoulli(p), a)).eq(exp(a * log(p) + (1 - a) * log(1 - p)), by=density),
        calc(Density(Poisson(p), q)).eq(exp(q * log(p) - p - loggamma(q + 1)), by=density),
        calc(Density(Geometric(p), v), given=[v >= 0]).eq(p * (1 - p) ** v, by=density),
        calc(Density(f, a)).eq(Density(g, a), by=density),
    ],
    "density.finite_by_density": [
        (Finite(f.expect(log(f.density(x)))), []),
        (Finite(N(m, s).expect(1 / N(m, s).density(x))), []),
        (Finite(f.expect(log(g.density(x)))), [Covers(f, g), Finite(Entropy(f)), Finite(Entropy(g))]),
    ],
    "expectation.as_integral": [
        calc(Exponential(p).expect(x)).eq(Integral(0, oo, v * exp(-p * v), v), by=expectation),
        calc(Exponential(p).expect(x)).eq(Integral(-oo, oo, p * v * exp(-p * v), v), by=expectation),
        calc(Geometric(p).expect(x)).eq(Sum(1, oo, p * (1 - p) ** x, x), by=expectation),
        calc(Geometric(p).expect(x)).eq(Sum(1, oo, x * p * (1 - p) ** x, x), by=expectation),
        calc(Bernoulli(p).expect(x**2)).eq(1 - p, by=expectation),
        calc(Multinomial(2, half, half).expect(x**2)).eq(1, by=expectation),
        calc(Multinomial(100, half, half).expect(x)).eq(50, by=expectation),
        calc(f.expect(x)).eq(Integral(-oo, oo, v * f.density(v), v), by=expectation),
    ],
    "unit.measured": [
        calc(Measured(Entropy(Bernoulli(half)), Str("bits"))).eq(Entropy(Bernoulli(half)), by=unit),
        calc(Measured(Entropy(Bernoulli(half)), Str("bits"))).eq(Entropy(Bernoulli(half)) * log(2), by=unit),
        calc(Measured(Entropy(Bernoulli(half)), Str("bans"))).eq(Entropy(Bernoulli(half)) / log(10), by=unit),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_the_expectation_of_an_arbitrary_law_needs_convergence():
    (outcome,) = expectation.outcomes(f.expect(x), Given())
    assert Finite(f.expect(x)) in outcome.conditions
    (outcome,) = definition.outcomes(Variance(f), Given())
    assert Finite(f.expect(x**2)) in outcome.conditions
    assert outcome.result == f.expect(x**2) - f.expect(x) ** 2
