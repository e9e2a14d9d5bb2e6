"""Binders, sides and numbers of variables: what is no term of the language is no line."""

import pytest
from sympy import Eq, Symbol, gamma

from symbolic_info.blackboard import (
    FINITE,
    KL,
    AlmostSurely,
    Always,
    Density,
    Entropy,
    Expectation,
    Independent,
    Integer,
    Joint,
    Law,
    Normal,
    Sum,
    Variance,
    algebra,
    antiderivative,
    calc,
    exp,
    expectation,
    half,
    independent_coordinates,
    limits,
    linearity,
    log,
    pi,
    positive,
    scaled,
    sqrt,
    stationary_point,
    table,
    tower,
    x,
    y,
)
from symbolic_info.exact.given import Given
from symbolic_info.language.images import Map
from symbolic_info.language.models import Coordinates
from symbolic_info.language.operators import Integral, Limit, Maximum, Minimum

from .said import N, a, b, not_proved, proved, refused, v

f = Law("f")
p = positive("p")
i, j = Symbol("i", integer=True), Symbol("j", integer=True)


@pytest.mark.parametrize("side", [0, 5, -2, half, a])
def test_a_limit_has_one_of_two_sides(side):
    refused(calc(Limit(0, side, log(1 + v), v)).eq(0, by=limits))
    proved(calc(Limit(0, 1, log(1 + v), v)).eq(0, by=limits))


WRONG_NUMBER = {
    "two of one": Expectation(Law("f", FINITE), x * y, (x, y)),
    "one of two": Expectation(Joint("X", "Y"), Density(Joint("X", "Y"), x), x),
    "two of a normal law": Expectation(N, x * y, (x, y)),
    "the density of two at one point": Density(Joint("X", "Y"), a),
    "the density of one at two": Density(N, a, b),
    "one of many": Expectation(Independent(2, N, i), x**2, (x,)),
    "the variance of many": Variance(Independent(2, N, i)),
}


@pytest.mark.parametrize("name", WRONG_NUMBER)
def test_a_mean_has_as_many_variables_as_its_law(name):
    refused(calc(WRONG_NUMBER[name]).eq(WRONG_NUMBER[name], by=algebra))


NO_NUMBERS = {
    "a statement for all": Always(a, a),
    "a true statement for all": Always(a**2 >= 0, a),
    "an event": AlmostSurely(f, Eq(x, 0), x),
    "a map": Map(a, a),
    "coordinates": Coordinates(N, i),
}


@pytest.mark.parametrize("name", NO_NUMBERS)
def test_what_is_no_number_is_no_line(name):
    e = NO_NUMBERS[name]
    refused(calc(e).eq(e, by=algebra))
    refused(calc(1 + p).eq(e, by=algebra))


def test_two_maps_are_not_one_number():
    refused(calc(Map(a, a)).eq(Map(b, b), by=algebra))
    refused(calc(Coordinates(N, i)).eq(Coordinates(N, j), by=algebra))


SAME_NAME = {
    "symbols": Symbol("a", positive=True) - Symbol("a", real=True),
    "laws": Entropy(Law("f", FINITE)) + KL(Law("f"), Law("f")),
}


@pytest.mark.parametrize("name", SAME_NAME)
def test_one_name_is_not_two_things(name):
    refused(calc(SAME_NAME[name]).eq(SAME_NAME[name], by=algebra))


def test_a_sign_that_is_hard_to_find_is_refused_in_words():
    g = Symbol("g", negative=True)
    Given().signs(a + b**2 + p + exp(g))
    refused(calc(log(a + b**2 + p + exp(g))))


def test_the_tower_does_not_break_down_on_a_table():
    T = table([["1/4", "1/4"], [0, "1/2"]])
    refused(calc(T.expect(x * y, (x, y))).eq(7, by=tower))


def test_the_entropy_of_a_scaled_vector_is_refused_in_words():
    vector = scaled(Independent(2, Normal(0, 1), i), p)
    not_proved(calc(Entropy(vector)).eq(7, by=independent_coordinates))


def test_the_square_of_the_variable_is_not_negative_below_0():
    """E 1/X² on (−1, 1) is no −1, whatever sign the name of the variable promises."""
    area = Integral(-1, 1, 1 / (2 * p**2), p)
    refused(calc(area).eq(-1, by=antiderivative(-1 / (2 * p), p)))
    refused(calc(Minimum(-5, 5, p**3, p)).eq(0, by=stationary_point(Integer(0))))
    refused(calc(Maximum(0, 1, -((v - 2) ** 2), v)).eq(0, by=stationary_point(Integer(2))))


@pytest.mark.parametrize("end", [half, p, pi])
def test_a_product_law_has_a_whole_number_of_coordinates(end):
    P, Q = Independent(end, N, i), Independent(end, Normal(1, 1), i)
    refused(calc(KL(P, Q)).eq(Sum(1, end, KL(N, Normal(1, 1)), i), by=independent_coordinates))


def test_the_line_of_a_mean_keeps_its_own_range():
    refused(calc(N.expect(sqrt(p), p)).ge(0, by=expectation))
    refused(calc(N.expect(gamma(p), p)).ge(0, by=linearity))
