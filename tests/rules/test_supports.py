"""Where one law lives inside another, and maps that can be undone: inside and outside."""

from sympy import Abs, Rational, exp, log, oo, sqrt, symbols

from symbolic_info.families import (
    Bernoulli,
    Beta,
    Binomial,
    BivariateNormal,
    Categorical,
    Dirichlet,
    DiscreteUniform,
    Exponential,
    Gamma,
    Geometric,
    LogNormal,
    Multinomial,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
    Zeta,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Covers, Invertible
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import Image, Map, image, scaled, shifted
from symbolic_info.language.joint import Joint, Table
from symbolic_info.language.marginals import ProductLaw
from symbolic_info.language.terms import KL, CrossEntropy
from symbolic_info.rules import RULES

from .table import three_from

support = RULES["support"]
a, b, c, d, m = symbols("a b c d m", real=True)
p, q, s = symbols("p q s", positive=True)
n, k = symbols("n k", integer=True, positive=True)
q1, q2, q3 = symbols("q_1 q_2 q_3", real=True)
f, g = Law("f"), Law("g")
half, R = Rational(1, 2), Rational
PAIR, TRIPLE = Categorical(q1, q2), Categorical(q1, q2, q3)
FAIR = Categorical(half, half)


def cov(P, Q, *facts):
    return (Covers(P, Q), [*P.conditions(), *Q.conditions(), *facts])


def infinite(term, given=()):
    return calc(term, given=given).eq(oo, by=support)


def undone(law, g_, inverse, *facts):
    return (Invertible(Image(law, Map(g_, x), Map(inverse, x))), list(facts))


INSIDE = {
    "support.covered": [
        cov(Normal(m, s), Normal(0, 1)),
        cov(Exponential(p), Normal(0, 1)),
        cov(BivariateNormal(m, 0, s, 1, 0), MultivariateNormal([0, m], [[2, 1], [1, 2]])),
        cov(Dirichlet(p, q, 1), Dirichlet(1, 2, 3)),
        cov(Dirichlet(p, q, 1), BivariateNormal(0, 0, 1, 1, 0)),
        cov(Multinomial(n, p, q, 1 - p - q), Multinomial(n, half, half / 2, half / 2)),
        cov(Exponential(p), Gamma(q, s)),
        cov(Beta(p, q), Uniform(0, 1)),
        cov(Uniform(a, b), Uniform(c, d), c <= a, b <= d, a < b),
        cov(Geometric(half), Poisson(p)),
        cov(Bernoulli(half), Geometric(half)),
        cov(Bernoulli(half), Bernoulli(R(1, 3))),
        cov(Categorical(half, 0, half), DiscreteUniform(3)),
        cov(Categorical(half, 0, half), Categorical(R(1, 3), R(1, 3), R(1, 3))),
        cov(FAIR, PAIR, q1 > 0, q2 > 0),
        cov(DiscreteUniform(2), PAIR, q1 > 0, q2 > 0),
        cov(Binomial(1, half), Bernoulli(half)),
        cov(Joint("X", "Y"), ProductLaw(Joint("X", "Y"))),
        (Covers(scaled(f, p), scaled(g, p)), [Covers(f, g)]),
    ],
    "support.infinite_divergence": [
        infinite(KL(Uniform(0, 2), Uniform(0, 1))),
        infinite(KL(Uniform(a, b), Uniform(c, d)), [a < c]),
        infinite(KL(Normal(m, s), Exponential(p))),
        infinite(KL(Geometric(half), Bernoulli(half))),
        infinite(KL(FAIR, Categorical(1, 0))),
        infinite(KL(PAIR, Categorical(1, 0)), [q2 > 0]),
        infinite(KL(Poisson(p), DiscreteUniform(3))),
        infinite(KL(DiscreteUniform(3), Categorical(half, 0, half))),
        infinite(KL(Binomial(2, half), Bernoulli(half))),
        infinite(KL(Binomial(3, half), FAIR)),
        infinite(KL(Geometric(half), Zeta(2))),
        infinite(KL(Zeta(2), Binomial(3, half))),
    ],
    "support.infinite_cross_entropy": [
        infinite(CrossEntropy(Uniform(0, 2), Uniform(0, 1))),
        infinite(CrossEntropy(Normal(m, s), Gamma(p, q))),
        infinite(CrossEntropy(FAIR, Categorical(0, 1))),
    ],
    "inverse.invertible": [
        undone(f, a * x, x / a, a > 0),
        undone(f, a * x, x / a, a < 0),
        undone(f, x + b, x - b),
        undone(Normal(0, 1), exp(x), log(x)),
        undone(Exponential(p), x**2, sqrt(x)),
        undone(Exponential(p), log(x), exp(x)),
        undone(Exponential(p), 1 / x, 1 / x),
        undone(Uniform(0, 1), -log(x), exp(-x)),
    ],
}
OUTSIDE = {
    "support.covered": [
        cov(Normal(m, s), Exponential(p)),
        cov(BivariateNormal(m, 0, s, 1, 0), Dirichlet(p, q, 1)),
        cov(BivariateNormal(m, 0, s, 1, 0), Normal(0, 1)),
        cov(Dirichlet(p, q, 1), Dirichlet(p, q, 1, 1)),
        cov(Dirichlet(p, q, 1), Uniform(0, 1)),
        cov(Multinomial(2, half, half), Multinomial(3, half, half)),
        cov(Multinomial(n, half, half / 2, half / 2), Multinomial(k, half, half / 2, half / 2)),
        cov(Multinomial(n, half, half), Multinomial(n, half, half / 2, half / 2)),
        cov(Multinomial(2, half, half), Categorical(half, half)),
        cov(Uniform(0, 2), Uniform(0, 1)),
        cov(Uniform(a, b), Uniform(c, d), c <= a, a < b),
        cov(Exponential(p), Beta(p, q)),
        cov(Geometric(half), Bernoulli(half)),
        cov(Geometric(half), Normal(0, 1)),
        cov(Normal(0, 1), Geometric(half)),
        cov(Bernoulli(half), Normal(0, 1)),
        cov(Geometric(half), DiscreteUniform(3)),
        cov(Bernoulli(half), DiscreteUniform(3)),
        cov(FAIR, Categorical(1, 0)),
        cov(FAIR, PAIR),
        cov(FAIR, PAIR, q1 > 0),
        cov(DiscreteUniform(2), PAIR, q1 > 0),
        cov(DiscreteUniform(3), PAIR, q1 > 0, q2 > 0),
        cov(Binomial(1, half), FAIR),
        cov(PAIR, TRIPLE),
        cov(f, g),
        cov(Normal(0, 1), f),
        cov(f, Exponential(p)),
        (Covers(f, g), [Covers(g, f)]),
        (Covers(scaled(f, p), scaled(g, p)), []),
        (Covers(scaled(f, p), scaled(g, q)), [Covers(f, g)]),
        cov(ProductLaw(Joint("X", "Y")), Joint("X", "Y")),
        cov(Table([[half, 0], [0, half]]), Geometric(half)),
    ],
    "support.infinite_divergence": [
        infinite(KL(Uniform(0, 1), Uniform(0, 2))),
        infinite(KL(Uniform(a, b), Uniform(c, d))),
        infinite(KL(Uniform(a, b), Uniform(c, d)), [a <= c]),
        infinite(KL(Exponential(p), Normal(m, s))),
        infinite(KL(PAIR, Categorical(1, 0))),
        infinite(KL(TRIPLE, DiscreteUniform(2))),
        infinite(KL(TRIPLE, FAIR)),
        infinite(KL(f, g)),
        infinite(KL(f, Exponential(p))),
        infinite(KL(Bernoulli(half), Geometric(half))),
        infinite(KL(DiscreteUniform(2), PAIR)),
        infinite(KL(Binomial(1, half), Bernoulli(half))),
        infinite(KL(Zeta(2), Geometric(half))),
    ],
    "support.infinite_cross_entropy": [
        infinite(CrossEntropy(Uniform(0, 1), Uniform(0, 2))),
        infinite(CrossEntropy(PAIR, Categorical(1, 0))),
        infinite(CrossEntropy(TRIPLE, FAIR)),
        infinite(CrossEntropy(Exponential(p), Normal(m, s))),
        infinite(CrossEntropy(f, Exponential(p))),
    ],
    "inverse.invertible": [
        undone(f, a * x, x / a),
        undone(f, x**2, sqrt(x)),
        undone(Normal(0, 1), x**2, sqrt(x)),
        undone(Normal(0, 1), Abs(x), x),
        undone(Normal(0, 1), 1 / x, 1 / x),
        undone(Normal(0, 1), exp(x), log(x) + 1),
        undone(Uniform(-1, 1), x**2, sqrt(x)),
        undone(Normal(0, 1), x**3 - x, x),
        undone(f, 0 * x + 1, x),
        undone(Exponential(p), exp(x), exp(-x)),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_the_images_that_the_blackboard_makes_are_invertible():
    from symbolic_info.exact.given import Given
    from symbolic_info.kernel.conditions import holds

    given = Given() | [a > 0]
    for law in (scaled(f, a), shifted(f, b), image(Normal(0, 1), exp(x), log(x)), LogNormal(m, s).root()):
        assert holds(Invertible(law), given)
