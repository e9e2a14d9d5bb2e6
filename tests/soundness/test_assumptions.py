"""What may be assumed, and what no assumption can buy."""

import pytest
from sympy import Eq, Gt, Symbol

from symbolic_info import engine
from symbolic_info.audit.steps import audit
from symbolic_info.blackboard import (
    FINITE,
    KL,
    AddsOverIndependentEvents,
    AlmostSurely,
    Always,
    Entropy,
    Falls,
    Finite,
    Integer,
    Integral,
    Law,
    Name,
    Uniform,
    Value,
    algebra,
    almost_surely,
    antiderivative,
    calc,
    half,
    linearity,
    nonnegative,
    oo,
    positive,
    support,
    tilting,
    x,
    y,
)
from symbolic_info.kernel.check import check

from .said import N, a, b, not_proved, proved, v

f = Law("f")
ZERO = calc(Integer(0))
INFINITE = KL(Uniform(0, 2), Uniform(0, 1))


def above(left, right):
    return Gt(left, right, evaluate=False)


@pytest.mark.parametrize("fact", [Always(a > 5, a), Always(above(a + Entropy(f), 5 + Entropy(f)), a)])
def test_a_false_statement_about_all_numbers_does_not_make_0_positive(fact):
    not_proved(calc(Integer(0), given=[fact]).eq(N.expect(x), by=tilting).gt(0, by=algebra))


def test_a_fact_about_an_arbitrary_law_says_nothing_false_of_known_laws():
    fact = above(5 + Entropy(f), INFINITE + Entropy(f))
    not_proved(calc(oo, given=[fact]).eq(INFINITE, by=support).lt(5, by=algebra))
    proved(calc(INFINITE).eq(oo, by=support))


def test_one_is_not_above_five_by_a_fact_about_a_mean():
    E = f.expect(x + N.expect(y**2, y))
    facts = [Finite(f.expect(x)), above(E, 5 + f.expect(x))]
    not_proved(calc(Integer(1), given=facts).eq(E - f.expect(x), by=(linearity, tilting)).gt(5, by=algebra))
    facts = [Finite(f.expect(x)), above(f.expect(x + 1), 5 + f.expect(x))]
    not_proved(calc(Integer(1), given=facts).eq(f.expect(x + 1) - f.expect(x), by=linearity).gt(5, by=algebra))


def test_a_half_is_not_above_five_by_a_fact_about_an_integral():
    area = Integral(0, 1, v, v)
    by = antiderivative(v**2 / 2, v)
    not_proved(calc(half, given=[area > 5]).eq(area, by=by).gt(5, by=algebra))
    proved(calc(half).eq(area, by=by))


@pytest.mark.parametrize("never", [Eq(x**2, -1), Eq(x, x + 1), x < x, x**2 < 0])
def test_a_negative_square_is_not_almost_sure(never):
    fact = AlmostSurely(f, never, x)
    not_proved(calc(Integer(-1), given=[fact]).eq(f.expect(x**2), by=(almost_surely, linearity)).ge(0, by=nonnegative))
    not_proved(calc(Integer(1), given=[fact]).eq(1, by=algebra))


def test_two_values_at_once_do_not_make_0_equal_1():
    facts = [AlmostSurely(f, Eq(x, 0), x), AlmostSurely(f, Eq(x**2, 1), x)]
    chain = calc(Integer(0), given=facts).eq(f.expect(0, x), by=linearity).eq(f.expect(x**2, x), by=almost_surely)
    not_proved(chain.eq(1, by=(almost_surely, linearity)))


n, even = Symbol("n", negative=True), Symbol("n", even=True)


def test_a_negative_symbol_is_not_positive():
    not_proved(calc(n, given=[n > b, n > -b]).gt(0, by=algebra))
    proved(calc(a, given=[a > b, a > -b]).gt(0, by=algebra))


def test_no_even_number_lies_between_0_and_2():
    not_proved(calc(Integer(1), given=[even > 0, even < 2]).eq((-1) ** even, by=algebra))
    not_proved(calc(even, given=[even > 0, even < 2]).eq(1, by=algebra))


J = Name("J")
LIMITS = {
    "entropy": (Entropy(Law("f", FINITE)), [Entropy(Law("f", FINITE)) < 0]),
    "value": (Value(J, half), [AddsOverIndependentEvents(J), Falls(J), Value(J, half) < 0]),
}


@pytest.mark.parametrize("name", LIMITS)
def test_facts_that_no_law_satisfies_are_called_vacuous_by_the_audit(name):
    """The kernel cannot see that a fact about all laws of a kind is false; the instances can."""
    term, facts = LIMITS[name]
    chain = calc(Integer(0), given=facts).gt(term, by=algebra)
    assert audit(check(chain)).no_instance
    assert engine.verify("impossible", chain).status == "vacuous"
    assert engine.verify("possible", calc(Integer(0), given=facts[:-1]).eq(0, by=algebra)).status == "proved"


def test_an_honest_fact_about_an_arbitrary_law_has_instances():
    chain = calc(Integer(0), given=[Entropy(Law("f", FINITE)) > 0]).lt(Entropy(Law("f", FINITE)), by=algebra)
    assert not audit(check(chain)).no_instance
    assert engine.verify("possible", chain).status == "proved"


def test_a_sign_that_is_assumed_is_kept():
    p = positive("p")
    proved(calc(p * a, given=[a > 0]).gt(0, by=algebra))
    not_proved(calc(p * a, given=[a >= 0]).gt(0, by=algebra))
