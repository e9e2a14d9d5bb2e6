"""∞ − ∞ is not 0, wherever it hides."""

import pytest
from sympy import Rational, exp

from symbolic_info.blackboard import (
    KL,
    Bernoulli,
    Beta,
    Density,
    Entropy,
    Exponential,
    Integral,
    Law,
    Normal,
    Poisson,
    Product,
    Sum,
    Uniform,
    algebra,
    calc,
    half,
    linearity,
    oo,
    real,
    support,
    tilting,
    x,
    y,
)
from symbolic_info.exact.given import Given
from symbolic_info.kernel.conditions import holds
from symbolic_info.language.claims import Finite

from .said import N, proved, refused, v

f = Law("f")


def infinite(m):
    return KL(Normal(m, 1), Uniform(0, 1))


@pytest.mark.parametrize("law", [Exponential, Poisson, lambda p: Normal(p, 1), lambda p: Normal(0, p)])
def test_a_law_has_no_infinite_parameter(law):
    refused(calc(law(oo).expect(x)))
    refused(calc(law(oo).expect(x)).eq(0, by=tilting))


def test_there_is_no_uniform_law_on_the_half_line():
    refused(calc(Entropy(Uniform(0, oo))).eq(oo, by=linearity))
    refused(calc(Entropy(Uniform(0, oo))))


def test_means_of_infinite_divergences_do_not_cancel():
    B = Bernoulli(half)
    refused(calc(B.expect(infinite(0)) - 2 * B.expect(infinite(1)) + B.expect(infinite(2))).eq(0, by=support))
    refused(calc(B.expect(infinite(0)) - B.expect(infinite(1))).eq(0, by=support))
    finite = KL(N, Normal(1, 1))
    proved(calc(B.expect(finite) - B.expect(finite)).eq(0, by=algebra))


@pytest.mark.parametrize("over", [Sum, Product])
def test_sums_and_products_of_infinite_divergences_do_not_cancel(over):
    refused(calc(over(1, 2, infinite(0), v) - over(1, 2, infinite(1), v)).eq(0, by=support))


@pytest.mark.parametrize("name", "abcdefghijk")
@pytest.mark.parametrize("k", [-3, -1, 1, 2])
def test_a_coefficient_that_may_vanish_shows_nothing_finite(name, k):
    """At s = −k the fact says that 0 is finite."""
    E = f.expect(exp(x))
    facts = [Finite(f.expect((real(name) + k) * exp(x)))]
    refused(calc(1 + E, given=facts).eq(1 + E, by=algebra))


def test_a_coefficient_that_does_not_vanish_shows_what_it_multiplies_finite():
    proved(calc(1 + f.expect(exp(x)), given=[Finite(f.expect(3 * exp(x)))]))
    refused(calc(1 + f.expect(exp(2 * x)), given=[Finite(f.expect(3 * exp(x)))]))


def test_the_square_of_a_density_with_a_pole_has_no_finite_mean():
    U, D = Uniform(0, 1), Density(Beta(Rational(1, 4), 1), x)
    assert not holds(Finite(U.expect(D**2)), Given())
    refused(calc(U.expect(D**2) - U.expect(D**2 + 1)).eq(-1, by=linearity))


def test_an_integral_in_an_integrand_may_have_a_pole():
    """∫ y^(x−1) dy over the unit interval is 1/x."""
    U, pole = Uniform(0, 1), Integral(0, 1, y ** (x - 1), y)
    assert not holds(Finite(U.expect(pole)), Given())
    refused(calc(U.expect(pole) - U.expect(pole + 1)).eq(-1, by=linearity))


@pytest.mark.parametrize("fact", [v > 5, v < -5])
def test_an_outer_fact_does_not_keep_the_bound_variable_from_a_pole(fact):
    U = Uniform(0, 1)
    refused(calc(1 + U.expect(1 / v, v), given=[fact]))
    refused(calc(U.expect(1 / v, v) - U.expect(1 / v + 1, v), given=[fact]).eq(-1, by=linearity))
    proved(calc(1 + U.expect(v**2, v), given=[fact]))


@pytest.mark.parametrize("law", [Uniform(1, 2), Uniform(-2, -1)], ids=str)
def test_an_outer_variable_of_the_same_name_does_not_keep_the_bound_one_from_a_pole(law):
    inner = Uniform(0, 1).expect(1 / v, v)
    refused(calc(law.expect(1 + inner, v)))
    proved(calc(law.expect(1 / v, v) + 1))
