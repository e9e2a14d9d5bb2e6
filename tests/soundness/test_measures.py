"""Densities and masses are those of their own law, at its own outcomes, for its own measure."""

import pytest
from sympy import Rational, log

from symbolic_info.blackboard import (
    COUNTING,
    FINITE,
    LEBESGUE,
    Bernoulli,
    Categorical,
    Conditional,
    Density,
    Entropy,
    Exponential,
    Geometric,
    Image,
    Joint,
    Law,
    Mixture,
    Name,
    Poisson,
    SelfInformation,
    Uniform,
    algebra,
    calc,
    change_of_variable,
    definition,
    density,
    entropy,
    exp,
    expectation,
    half,
    joint_entropies,
    mutual_information,
    nonnegative,
    normalisation,
    pi,
    positive,
    scaled,
    score,
    sqrt,
    table,
    tilting,
    x,
    y,
)
from symbolic_info.exact.given import Given
from symbolic_info.kernel.conditions import holds
from symbolic_info.language.claims import Finite
from symbolic_info.language.images import Map

from .said import N, a, not_proved, proved, refused

X, Y = Name("X"), Name("Y")
J = Joint("X", "Y", of=FINITE)
p = positive("p")


def test_a_conditional_probability_is_not_below_the_joint_one():
    """The truth is log p(y), at most 0."""
    C = Conditional(J, (X,), (Y,), (a,))
    refused(calc(C.expect(log(Density(J, x, a)) - log(Density(C, x)))).ge(0, by=nonnegative))
    refused(calc(C.expect(Density(J, x, a) / Density(C, x))).ge(1, by=algebra))


def test_a_density_has_no_formula_between_the_outcomes():
    phi = positive("phi")
    facts = [phi < 1]
    refused(calc(Density(Bernoulli(phi), half), given=facts).eq(sqrt(phi * (1 - phi)), by=density))
    proved(calc(Density(Bernoulli(phi), 1), given=facts).eq(phi, by=density))


@pytest.mark.parametrize("law", [Bernoulli(Rational(1, 3)), Poisson(1), Geometric(half)], ids=str)
def test_the_score_of_outcomes_that_move_is_not_0(law):
    theta = positive("theta")
    moved = scaled(law, theta)
    slope = moved.log_density(x).diff(theta)
    refused(calc(0).eq(moved.expect(slope, x), by=score(theta)))


def test_the_mean_of_a_scaled_coin_is_not_0():
    theta = positive("theta")
    B = scaled(Bernoulli(Rational(1, 3)), theta)
    chain = calc(0).eq(B.expect(x * log(2) / theta**2, x), by=score(theta))
    refused(chain.eq(log(2) / (3 * theta), by=(change_of_variable, tilting)))
    proved(calc(B.expect(x)).eq(theta / 3, by=(change_of_variable, tilting)))


def test_a_density_is_0_at_outcomes_that_its_law_has_not():
    fair, U = Categorical(half, half), Uniform(0, Rational(3, 2))
    refused(calc(fair.expect(Density(U, x))).eq(Rational(2, 3), by=expectation))
    proved(calc(fair.expect(Density(fair, x))).eq(half, by=expectation))


def test_a_mass_is_not_that_of_the_formula_of_a_density():
    D = Density(Exponential(1), x)
    ratio = sqrt(2 * pi) * exp(x**2 / 2 - x)
    hidden = N.expect(ratio + (D + 1) ** 2 - D**2 - 2 * D - 1)
    refused(calc(hidden).le(1, by=normalisation))
    assert not holds(Finite(hidden), Given())
    proved(calc(N.expect(sqrt(2 * pi) * exp(x**2 / 2) * D)).le(1, by=normalisation))


@pytest.mark.parametrize("facts", [[], [x > 0]], ids=["no fact", "a fact about the coordinate"])
def test_the_square_cannot_be_undone(facts):
    squared = Image(N, Map(x**2, x), Map(sqrt(x), x))
    by = (change_of_variable, tilting)
    refused(calc(squared.expect(x), given=facts).eq(1, by=by))
    refused(calc(Entropy(squared), given=facts).eq(squared.expect(-squared.log_density(x)), by=definition))


def test_a_map_is_not_one_to_one_because_its_variable_is_called_positive():
    squared = Image(N, Map(p**2, p), Map(sqrt(p), p))
    refused(calc(squared.expect(sqrt(abs(x)))).eq(0, by=(change_of_variable, tilting)))
    refused(calc(squared.expect(x)).eq(1, by=(change_of_variable, tilting)))
    on_a_half = Image(Exponential(1), Map(p**2, p), Map(sqrt(p), p))
    proved(calc(on_a_half.expect(x)).eq(2, by=(change_of_variable, tilting)))


@pytest.mark.parametrize("number", [2, 1 + p])
def test_what_exceeds_1_is_no_probability(number):
    refused(calc(SelfInformation(number)).eq(-log(number), by=definition))
    proved(calc(SelfInformation(1 / (1 + p))).eq(log(1 + p), by=definition))


def test_nothing_is_conditioned_on_a_row_that_is_not_there():
    T = table([["1/4", "1/4"], [0, "1/2"]])
    absent = Conditional(T, (Y,), (X,), (5,))
    refused(calc(Entropy(absent)).eq(Entropy(absent), by=algebra))
    refused(calc(absent.expect(y, y)))


def test_a_conditional_law_wants_names_before_values():
    with pytest.raises(ValueError, match="does not fit"):
        Conditional(J, (X,), (y,), (Y,))


@pytest.mark.parametrize("second", [Poisson(1), Law("g", COUNTING)], ids=str)
def test_a_mixture_has_not_finitely_many_outcomes_because_its_first_law_has(second):
    M = Mixture(Law("f", FINITE), second, half)
    grows = M.expect(exp(exp(x)))
    assert not holds(Finite(grows), Given())
    refused(calc(1 + grows))
    both = Mixture(Law("f", FINITE), Bernoulli(half), half).expect(exp(exp(x)))
    assert holds(Finite(both), Given())


def test_a_variable_with_a_density_shares_more_than_its_entropy_with_itself():
    K = Joint("X", "Y", of=LEBESGUE)
    facts = [Finite(entropy(K, X))]
    not_proved(calc(mutual_information(K, X, X), given=facts).eq(entropy(K, X), by=(definition, joint_entropies)))


@pytest.mark.parametrize("word", ["bogus", "", "any law"])
def test_a_measure_of_no_known_kind_makes_no_law(word):
    with pytest.raises(ValueError):
        Law("f", word)
    with pytest.raises(ValueError):
        Joint("X", "Y", of=word)
