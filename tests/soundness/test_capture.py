"""A free symbol of a law is never taken for the variable that a rule binds."""

import pytest
from sympy import Dummy, Symbol

from symbolic_info.blackboard import (
    FINITE,
    KL,
    Conditional,
    Density,
    Entropy,
    Exponential,
    Independent,
    Integer,
    Integral,
    Joint,
    Marginal,
    Name,
    Normal,
    Real,
    Sum,
    Variance,
    algebra,
    antiderivative,
    calc,
    definition,
    differentiation,
    exp,
    expectation,
    half,
    independent_coordinates,
    limit,
    limits,
    linearity,
    log,
    natural,
    oo,
    pi,
    positive,
    score,
    sqrt,
    stationary_point,
    symmetry,
    tilting,
    x,
    y,
)
from symbolic_info.language.distribution import Family
from symbolic_info.language.operators import Derivative, Limit, Maximum
from symbolic_info.language.support import Interval

from .said import N, a, proved, refused, v

p = positive("p")
i, j = Symbol("i", integer=True), Symbol("j", integer=True)


def test_the_entropy_of_a_law_at_the_coordinate_is_not_half_a_nat_less():
    refused(calc(Entropy(Normal(x, 1))).eq(log(2 * pi) / 2, by=(definition, linearity)))
    proved(calc(Entropy(Normal(a, 1))).eq(log(2 * pi) / 2 + half, by=(definition, linearity, tilting)))


@pytest.mark.parametrize("value", [0, x**2, 2])
def test_the_variance_of_a_law_at_the_coordinate_is_not_taken_for_another(value):
    refused(calc(Variance(Normal(x, 1))).eq(value, by=(definition, linearity, tilting)))


def test_the_mean_of_a_law_at_the_coordinate_is_not_that_of_its_square():
    refused(calc(Normal(x, 1).expect(x, x)).eq(0, by=symmetry))
    refused(calc(Normal(x, 1).expect(y - x, y)).eq(Normal(x, 1).expect(0, x), by=algebra))
    proved(calc(Normal(a, 1).expect(x)).eq(a, by=symmetry))


@pytest.mark.parametrize("wrong", [log(2 * pi) / 2, log(2 * pi) / 2 + x**2 / 2])
def test_an_inner_law_keeps_the_variable_of_the_outer_one(wrong):
    start = Exponential(1).expect(Entropy(Normal(x, 1)), x)
    refused(calc(start).eq(Exponential(1).expect(wrong, x), by=(definition, linearity, tilting)))


def test_the_divergence_between_rates_is_not_that_of_a_square():
    start = Exponential(1).expect(KL(Exponential(1), Exponential(x)), x)
    refused(calc(start).eq(Exponential(1).expect(-log(x) - 1 + x**2, x), by=(definition, linearity, tilting)))


def test_the_score_of_a_mean_named_like_the_coordinate_is_not_that_of_another():
    refused(calc(Integer(0)).eq(Normal(x, 1).expect(x - y, y), by=score(y)))
    refused(calc(Integer(0)).eq(Normal(x, 1).expect(x - y), by=score(x)))


def test_a_condition_on_a_coordinate_is_not_bound_by_the_entropy():
    J, X, Y = Joint("X", "Y", of=FINITE), Name("X"), Name("Y")
    joint, marginal = (lambda s: log(Density(J, s, x))), (lambda s: log(Density(Marginal(J, (X,)), s)))
    law = Conditional(J, (Y,), (X,), (x,))
    refused(calc(Entropy(law)).eq(law.expect(marginal(x) - joint(x)), by=definition))


def test_the_index_of_independent_coordinates_is_not_a_symbol_of_the_other_law():
    P, Q = Independent(2, N, i), Independent(2, Normal(i, 1), j)
    refused(calc(KL(P, Q)).eq(Sum(1, 2, KL(N, Normal(i, 1)), i), by=independent_coordinates))
    proved(
        calc(KL(P, Independent(2, Normal(i, 1), i))).eq(Sum(1, 2, KL(N, Normal(i, 1)), i), by=independent_coordinates)
    )


def test_an_outer_fact_about_the_index_does_not_hold_of_each_coordinate():
    """At i = 1 the rate would be −1."""
    refused(calc(Entropy(Independent(2, Exponential(i - 2), i)), given=[i > 2]))
    k = natural("k")
    P, Q = Independent(2, Exponential(k - 2), k), Independent(2, Exponential(1), k)
    refused(
        calc(KL(P, Q), given=[k > 2]).eq(
            Sum(1, 2, KL(Exponential(k - 2), Exponential(1)), k), by=independent_coordinates
        )
    )


RESERVED = Dummy("t", dummy_index=9000, real=True)


@pytest.mark.parametrize("start", [Normal(RESERVED, 1).expect(x), N.expect(RESERVED * x**2)])
def test_a_reserved_parameter_of_the_tilts_is_not_set_to_0(start):
    refused(calc(start).eq(0, by=tilting))


def test_a_reserved_parameter_does_not_vanish_from_an_exponent():
    E = N.expect(x * exp(RESERVED * x))
    refused(calc(E).eq(0, by=tilting))
    refused(calc(Exponential(1).expect(exp(x * RESERVED)), given=[RESERVED < 1]).eq(1, by=tilting))
    proved(calc(N.expect(x * exp(a * x))).eq(a * exp(a**2 / 2), by=tilting))


class Hidden(Family):
    """A density that moves with y, which is no parameter."""

    mu = Real()
    support = Interval()

    def log_density(self, x):
        return -log(2 * pi) / 2 - (x - self.mu - y) ** 2 / 2

    def tilts(self, x, t):
        yield x, Hidden(self.mu + t)


def test_a_density_has_no_symbols_but_its_parameters():
    refused(calc(Hidden(0).expect(y**2, y)).eq(Integral(-oo, oo, y**2 / sqrt(2 * pi), y), by=expectation))
    refused(calc(Entropy(Hidden(0))).eq(Hidden(0).expect(log(2 * pi) / 2 + (x - y) ** 2 / 2), by=definition))


def test_a_range_is_not_measured_by_its_own_variable():
    """The a of the ends is outside; a > 0 says nothing of the bound one."""
    area = Integral(-a, 2 * a, 1 / a**2, a)
    refused(calc(area, given=[a > 0]).eq(-3 / (2 * a), by=antiderivative(-1 / v, v)))
    refused(calc(Maximum(-a, 2 * a, -(a**3), a), given=[a > 0]).eq(0, by=stationary_point(Integer(0))))
    refused(calc(Limit(-a, 1, log(a), a), given=[a > 0]))
    refused(calc(Derivative(-a, log(a), a), given=[a > 0]).eq(-1 / a, by=differentiation))
    refused(calc(Sum(-i, 3, log(i), i), given=[i > 0]))
    proved(calc(limit(log(v), v, a), given=[a > 0]).eq(log(a), by=limits))


def test_an_integral_does_not_bind_the_rate():
    wrong = Integral(0, oo, x**2 * exp(-(x**2)), x)
    refused(calc(Exponential(Symbol("x", positive=True)).expect(x)).eq(wrong, by=expectation))
    refused(calc(Exponential(x).expect(y, y), given=[x > 0]).eq(wrong, by=expectation))
    proved(calc(Exponential(1).expect(x)).eq(Integral(0, oo, x * exp(-x), x), by=expectation))
