"""Rényi's, Hellinger's, Jensen and Shannon's and Fisher's quantities: inside their definitions and outside."""

import pytest
from sympy import Abs, Eq, Integer, Ne, Rational, S, Symbol, exp, gamma, log, oo, pi, sqrt, symbols

from symbolic_info.families import (
    BEC,
    BSC,
    Bernoulli,
    Categorical,
    Erlang,
    Exponential,
    GeneralizedNormal,
    Geometric,
    Laplace,
    Multinomial,
    Normal,
    Pareto,
    Poisson,
    Uniform,
)
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.domains import Positive, Real
from symbolic_info.language.information import JS, Fisher, Grid, Hellinger2, Renyi, RenyiDivergence, fisher
from symbolic_info.language.joint import Table
from symbolic_info.language.models import Mixture
from symbolic_info.language.support import Integers, Interval
from symbolic_info.language.terms import KL, Density, Entropy
from symbolic_info.rules import RULES

from .table import three_from

definition, support, tilting, linearity, algebra = (
    RULES[n] for n in ("definition", "support", "tilting", "linearity", "algebra")
)
a, b, m = symbols("a b m", real=True)
p, q, s, t, u = symbols("p q s t u", positive=True)
n = Symbol("n", integer=True, positive=True)
k = Symbol("k", integer=True, positive=True)
f, g = Law("f"), Law("g")
half, third = Rational(1, 2), Rational(1, 3)
E, N = Exponential, Normal
APART = (Uniform(0, 1), Uniform(2, 3))


def means(left, right, given=(), by=definition):
    return calc(left, given=given).eq(right, by=by)


INSIDE = {
    "definition.renyi_entropy": [
        means(Renyi(u, E(p)), log(E(p).expect((p * exp(-p * x)) ** (u - 1))) / (1 - u), [Ne(u, 1)]),
        means(Renyi(2, N(m, s)), -log(N(m, s).expect(exp(-((x - m) ** 2) / (2 * s**2)) / (s * sqrt(2 * pi))))),
        means(Renyi(half, Bernoulli(p)), 2 * log(Bernoulli(p).expect(p ** (-x / 2) * (1 - p) ** (-(1 - x) / 2)))),
        means(Renyi(u, Uniform(0, 2)), log(2), [Ne(u, 1)], by=(definition, linearity)),
    ],
    "definition.renyi_divergence": [
        means(RenyiDivergence(2, E(p), E(q)), log(E(p).expect(p * exp(-p * x) / (q * exp(-q * x)))), [q < 2 * p]),
        means(
            RenyiDivergence(u, Uniform(0, 1), Uniform(0, 2)),
            log(Uniform(0, 1).expect(2 ** (u - 1))) / (u - 1),
            [Ne(u, 1)],
        ),
    ],
    "definition.renyi_divergence_below_one": [
        means(
            RenyiDivergence(half, Uniform(0, 2), Uniform(0, 1)), -2 * log(Uniform(0, 1).expect(2 ** (-half) + 0 * x))
        ),
        means(
            RenyiDivergence(u, E(p), Uniform(0, 1)),
            log(Uniform(0, 1).expect((p * exp(-p * x)) ** u)) / (u - 1),
            [Ne(u, 1), u < 1],
        ),
    ],
    "definition.hellinger": [
        means(Hellinger2(E(p), E(q)), 1 - E(p).expect(sqrt(q * exp(-q * x) / (p * exp(-p * x))))),
        means(Hellinger2(Uniform(0, 2), Uniform(0, 1)), 1 - Uniform(0, 1).expect(sqrt(half) + 0 * x)),
    ],
    "definition.jensen_shannon": [
        means(
            JS(Bernoulli(p), Bernoulli(q)),
            KL(Bernoulli(p), Mixture(Bernoulli(p), Bernoulli(q), half)) / 2
            + KL(Bernoulli(q), Mixture(Bernoulli(p), Bernoulli(q), half)) / 2,
        ),
        means(JS(N(0, 1), N(m, s)), sum(KL(P, Mixture(N(0, 1), N(m, s), half)) for P in (N(0, 1), N(m, s))) / 2),
    ],
    "definition.fisher_information_of_a_list": [
        means(fisher(Categorical(p, 1 - p), p), 1 / p + 1 / (1 - p), [p < 1]),
        means(fisher(Categorical(p / 2, half, (1 - p) / 2), p), 1 / (2 * p) + 1 / (2 * (1 - p)), [p < 1]),
        means(fisher(BEC(p, q), q), 1 / q + 1 / (1 - q), [p < 1, q < 1]),
        means(fisher(BSC(p, q)), Grid((1 / p + 1 / (1 - p), 0), (0, 1 / q + 1 / (1 - q))), [p < 1, q < 1]),
    ],
    "definition.fisher_information": [
        means(fisher(E(p), p), E(p).expect((1 / p - x) ** 2)),
        means(fisher(N(m, s), m), N(m, s).expect(((x - m) / s**2) ** 2)),
        means(Fisher((s,), N(0, t), (t,)), N(0, s).expect((x**2 / s**3 - 1 / s) ** 2)),
        means(Fisher((2,), Poisson(t), (t,)), Poisson(2).expect((x / 2 - 1) ** 2)),
        means(fisher(N(0, sqrt(p)), p), N(0, sqrt(p)).expect((x**2 / (2 * p**2) - 1 / (2 * p)) ** 2)),
        means(fisher(Laplace(m, s), m), 1 / s**2, by=(definition, linearity)),
        means(fisher(Pareto(p, q), q), Pareto(p, q).expect((1 / q + log(p) - log(x)) ** 2)),
        means(
            fisher(N(m, s)),
            Grid((1 / s**2, 0), (0, 2 / s**2)),
            by=(definition, linearity, RULES["symmetry"], linearity, tilting),
        ),
    ],
    "support.infinite_renyi_divergence": [
        means(RenyiDivergence(2, Uniform(0, 2), Uniform(0, 1)), oo, by=support),
        means(RenyiDivergence(u, N(0, 1), E(p)), oo, [u > 1], by=support),
        means(RenyiDivergence(half, *APART), oo, by=support),
        means(RenyiDivergence(u, Uniform(a, b), Uniform(b, b + 1)), oo, [Ne(u, 1)], by=support),
    ],
    "support.greatest_distance": [
        means(Hellinger2(*APART), 1, by=support),
        means(Hellinger2(Uniform(a, b), Uniform(b, b + s)), 1, by=support),
    ],
    "support.greatest_divergence": [
        means(JS(*APART), log(2), by=support),
        means(JS(Uniform(-1, 0), E(p)), log(2), by=support),
    ],
}
OUTSIDE = {
    "definition.renyi_entropy": [
        means(Renyi(u, E(p)), log(E(p).expect((p * exp(-p * x)) ** (u - 1))) / (1 - u)),
        means(Renyi(m, E(p)), log(E(p).expect((p * exp(-p * x)) ** (m - 1))) / (1 - m), [Ne(m, 1)]),
        means(Renyi(u, E(p)), log(E(p).expect((p * exp(-p * x)) ** u)) / (1 - u), [Ne(u, 1)]),
        means(Renyi(u, E(p)), log(E(p).expect((p * exp(-p * x)) ** (u - 1))) / (u - 1), [Ne(u, 1)]),
        means(Renyi(2, E(p)), Entropy(E(p))),
        means(Renyi(u, Pareto(p, q)), log(p), [Ne(u, 1)]),
    ],
    "definition.renyi_divergence": [
        means(RenyiDivergence(2, E(p), E(q)), log(E(p).expect(p * exp(-p * x) / (q * exp(-q * x))))),
        means(RenyiDivergence(2, Uniform(0, 2), Uniform(0, 1)), log(Uniform(0, 2).expect(half + 0 * x))),
        means(RenyiDivergence(2, E(p), E(q)), log(E(q).expect(p * exp(-p * x) / (q * exp(-q * x)))), [q < 2 * p]),
        means(RenyiDivergence(u, f, g), RenyiDivergence(u, g, f), [Ne(u, 1)]),
    ],
    "definition.renyi_divergence_below_one": [
        means(RenyiDivergence(2, Uniform(0, 2), Uniform(0, 1)), log(Uniform(0, 1).expect(half**2 + 0 * x))),
        means(
            RenyiDivergence(u, Uniform(0, 2), Uniform(0, 1)),
            log(Uniform(0, 1).expect(2 ** (-u) + 0 * x)) / (u - 1),
            [Ne(u, 1)],
        ),
    ],
    "definition.hellinger": [
        means(Hellinger2(E(p), E(q)), 1 - E(p).expect(sqrt(p * exp(-p * x) / (q * exp(-q * x))))),
        means(Hellinger2(Uniform(0, 2), Uniform(1, 3)), 1 - Uniform(0, 2).expect(1 + 0 * x)),
        means(Hellinger2(Uniform(0, 2), Uniform(0, 1)), 1 - Uniform(0, 2).expect(sqrt(2) + 0 * x)),
        means(Hellinger2(E(p), Geometric(half)), 1),
        means(Hellinger2(f, g), 1 - f.expect(sqrt(Density(g, x) / Density(f, x)))),
    ],
    "definition.jensen_shannon": [
        means(JS(Bernoulli(p), Bernoulli(q)), KL(Bernoulli(p), Mixture(Bernoulli(p), Bernoulli(q), half))),
        means(JS(Bernoulli(p), Bernoulli(q)), (KL(Bernoulli(p), Bernoulli(q)) + KL(Bernoulli(q), Bernoulli(p))) / 2),
        means(JS(E(p), Geometric(half)), log(2)),
    ],
    "definition.fisher_information_of_a_list": [
        means(fisher(Categorical(p, 1 - p), p), 1 / p - 1 / (1 - p), [p < 1]),
        means(fisher(Categorical(exp(p), 1 - exp(p)), p), exp(p) / (1 - exp(p)), [exp(p) < 1]),
        means(fisher(BSC(p, q), q), 1 / q, [p < 1, q < 1]),
        means(fisher(BSC(p, q)), 1 / p + 1 / (1 - p), [p < 1, q < 1]),
    ],
    "definition.fisher_information": [
        means(fisher(Uniform(0, p), p), 1 / p**2, by=(definition, linearity)),
        means(fisher(Pareto(p, q), p), q**2 / p**2, by=(definition, linearity)),
        means(fisher(E(p), p), E(p).expect((1 / p + x) ** 2)),
        means(fisher(E(p), p), E(p).expect(1 / p - x)),
        means(Fisher((2,), Poisson(t), (t,)), Poisson(2).expect((x - 1) ** 2)),
        means(fisher(Mixture(N(m, 1), N(0, 1), half), m), 1),
        means(fisher(N(m, s)), Grid((1 / s**2, 0), (0, 1 / s**2)), by=(definition, linearity, tilting)),
    ],
    "support.infinite_renyi_divergence": [
        means(RenyiDivergence(half, Uniform(0, 2), Uniform(0, 1)), oo, by=support),
        means(RenyiDivergence(u, N(0, 1), E(p)), oo, [Ne(u, 1)], by=support),
        means(RenyiDivergence(u, E(p), N(0, 1)), oo, [u > 1], by=support),
        means(RenyiDivergence(half, Uniform(0, 2), Uniform(1, 3)), oo, by=support),
        means(RenyiDivergence(2, Uniform(a, b), Uniform(0, 1)), oo, by=support),
        means(RenyiDivergence(u, *APART), oo, by=support),
    ],
    "support.greatest_distance": [
        means(Hellinger2(Uniform(0, 1), Uniform(half, 3)), 1, by=support),
        means(Hellinger2(Uniform(a, b), Uniform(0, 1)), 1, by=support),
        means(Hellinger2(Categorical(half, half), Categorical(0, half, half)), 1, by=support),
    ],
    "support.greatest_divergence": [
        means(JS(Uniform(0, 1), Uniform(half, 3)), log(2), by=support),
        means(JS(Uniform(0, 1), E(p)), log(2), by=support),
        means(JS(*APART), log(3), by=support),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


class Kinked(Family):
    """A law on the whole numbers whose mass has a kink that the parameter moves."""

    theta = Real()
    support = Integers(1, 3)

    def log_density(self, x):
        return -Abs(x - self.theta) - log(sum(exp(-Abs(i - self.theta)) for i in (1, 2, 3)))


class Bent(Family):
    """A density whose kink is no linear function of x."""

    theta = Positive()
    support = Interval(0, 1)

    def log_density(self, x):
        return log(Abs(x**2 - self.theta)) - self.theta


@pytest.mark.parametrize("law", [Kinked(m), Bent(p)])
def test_no_information_where_the_kinks_are_no_null_set(law):
    (theta,) = law.args
    slope = law.expect(law.log_density(x).diff(theta) ** 2)
    with pytest.raises(Rejected):
        check(calc(fisher(law, theta)).eq(slope, by=definition))


def test_the_location_of_a_generalized_normal_law_needs_a_shape_above_one_half():
    law = GeneralizedNormal(m, p, q)
    claim = q**2 * gamma(2 - 1 / q) / (p**2 * gamma(1 / q))
    by = (definition, RULES["symmetry"], RULES["change_of_variable"], linearity, tilting)
    assert check(calc(fisher(law, m), given=[q > half]).eq(claim, by=by)).status == "proved"
    for given in ([], [q > third], [q >= half]):
        with pytest.raises(Rejected):
            check(calc(fisher(law, m), given=given).eq(claim, by=by))


@pytest.mark.parametrize(
    "wrong",
    [
        Fisher((k,), Erlang(k, p), (k,)),  # a parameter that takes whole numbers only
        Fisher((m,), E(t), (t,)),  # a point that is not known to be one
        Fisher((0,), E(t), (t,)),
        Fisher((S.NegativeOne,), E(t), (t,)),
        Fisher((log(0),), N(t, 1), (t,)),
    ],
)
def test_the_law_exists_around_the_point(wrong):
    with pytest.raises(Rejected):
        check(Derivation(wrong, (Step("=", S.One, (definition, linearity, tilting)),)))


def test_a_bound_parameter_is_not_captured():
    """θ is bound: what is known of a free symbol of its name says nothing of it."""
    law = N(0, sqrt(b - 2 * a))  # information in a at the point m; b > 2a is needed there, not at the free a
    asked = Fisher((m,), law, (a,))
    value = 2 / (b - 2 * m) ** 2
    by = (definition, linearity, tilting)
    assert check(calc(asked, given=[b > 2 * m]).eq(value, by=by)).status == "proved"
    for given in ([b > 2 * a], [m < a, b > 2 * a], []):
        with pytest.raises(Rejected):
            check(calc(asked, given=given).eq(value, by=by))


def test_a_matrix_stands_alone():
    """A matrix is no number: no sum of it, no function, no bound."""
    grid = Grid((1, 2), (3, 4))
    other = Grid((1, 2), (3, 5))
    check(calc(grid).eq(Grid((1, 2), (3, 2 + Integer(2))), by=algebra))
    for wrong in (
        calc(grid).eq(other, by=algebra),
        calc(grid).eq(Grid((1, 2, 3, 4)), by=algebra),
        calc(grid).eq(S.One, by=algebra),
        calc(grid + 1).eq(grid + 1, by=algebra),
        calc(2 * grid).eq(2 * grid, by=algebra),
        calc(log(grid)).eq(log(grid), by=algebra),
        calc(grid).le(other, by=algebra),
        calc(grid - other + 1).eq(1, by=algebra),
    ):
        with pytest.raises(Rejected):
            check(wrong)


def test_a_matrix_has_rows_of_one_length():
    for rows in ((), ((),), ((1, 2), (3,))):
        with pytest.raises(ValueError, match="rows of one length"):
            Grid(*rows)


BOUND = [fisher(Categorical(p, q, half), p), fisher(Table([[p, q, half]]), q), fisher(Multinomial(n, p, q, half), p)]


@pytest.mark.parametrize("asked", BOUND)
def test_a_parameter_that_an_equation_binds_has_no_information_of_its_own(asked):
    given = calc(Entropy(asked.law), given=[Eq(p + q, half)]).given
    assert list(definition.outcomes(asked, given)) == []
    with pytest.raises(Rejected):
        check(means(asked, 1 / p, [Eq(p + q, half)]))
