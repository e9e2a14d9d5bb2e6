"""Objects that answer as they please make no theorem."""

import pytest
from sympy import Eq, Float, Function, Integer, Rational, S, Symbol

from symbolic_info.blackboard import (
    KL,
    Uniform,
    algebra,
    antiderivative,
    calc,
    definition,
    linearity,
    log,
    oo,
    stationary_point,
    telescoping,
)
from symbolic_info.exact.given import Given
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, Step
from symbolic_info.kernel.rule import Outcome, Rule
from symbolic_info.language.operators import ArgMax, Integral, Sum

from .said import a, proved, refused, v

D = KL(Uniform(0, 2), Uniform(0, 1))  # infinite


class Everything(frozenset):
    def __contains__(self, fact):
        return True


class Second(tuple):
    """A tuple that is another one when it is read again."""

    def __iter__(self):
        again, self.read = getattr(self, "read", False), True
        return iter(self.other) if again else super().__iter__()

    def __getitem__(self, k):
        return self.other[k]


class Evil(Rule):
    def outcomes(self, node, given):
        yield Outcome(Integer(2))


class Equal(Symbol):
    def __sub__(self, other):
        return S.Zero


class Homely(Symbol):
    __module__ = "sympy.core.symbol"

    def __sub__(self, other):
        return S.Zero


class Same(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        return True


def second(first, other):
    made = Second(first)
    made.other = other
    return made


def test_facts_that_contain_everything_show_nothing():
    refused(Derivation(D, (Step("=", -log(2), (definition, linearity)),), Given(Everything())))


def test_reasons_that_change_do_not_make_1_equal_2():
    reasons = second((algebra,), (Evil("algebra"),))
    refused(Derivation(Integer(1), (Step("=", Integer(2), reasons),), Given()))


def test_steps_that_change_do_not_make_1_less_than_1():
    steps = second((Step("<=", Integer(1), (algebra,)),), (Step("<", Integer(1), (algebra,)),))
    assert check(Derivation(Integer(1), steps, Given())).claim.relation == "<="


@pytest.mark.parametrize("kind", [Equal, Homely])
def test_a_symbol_that_differs_from_nothing_is_not_5(kind):
    refused(calc(kind("a", real=True)).eq(5, by=algebra))


def test_a_relation_that_equals_every_other_is_none():
    refused(Derivation(Integer(1), (Step(Same("<"), Integer(1), (algebra,)),), Given()))


class Forgetful(Function):
    """Drops constants from its argument, and is 7 beyond 2."""

    @classmethod
    def eval(cls, u):
        if u.is_number:
            return Integer(7) if u > 2 else Integer(0)
        constant, rest = u.as_coeff_Add()
        return cls(rest) if constant else None


def test_a_function_that_forgets_constants_does_not_sum_zeros_to_7():
    refused(calc(Sum(1, 4, S.Zero, v)).eq(7, by=telescoping(Forgetful(v), v)))
    refused(calc(Integral(1, 4, S.Zero, v)).eq(7, by=antiderivative(Forgetful(v), v)))


@pytest.mark.parametrize("pole", [1 / (v - 2), log(v - 2)])
def test_a_telescoping_function_has_no_poles_on_the_way(pole):
    body = pole.xreplace({v: v + 1}) - pole
    refused(calc(Sum(1, 4, body, v)).eq(0, by=telescoping(pole, v)))


def test_rounding_proves_nothing():
    third = Rational(333333333333333333, 10**18)
    refused(calc(ArgMax(0, oo, log(v) - 3 * v, v)).eq(third, by=stationary_point(1 / Float(3))))
    refused(calc(Integral(0, 1, v**2, v)).eq(third, by=antiderivative(v**3 / Float(3), v)))
    cubic = Float(1) * v**3 - 1.5 * v**2 + 0.5 * v
    refused(calc(Sum(1, 3, 3 * v**2, v)).eq(42 + Rational(1, 10**20), by=telescoping(cubic, v)))
    whole = v**3 - Rational(3, 2) * v**2 + v / 2
    proved(calc(Sum(1, 3, 3 * v**2, v)).eq(42, by=telescoping(whole, v)))
    proved(calc(ArgMax(0, oo, log(v) - 3 * v, v)).eq(Rational(1, 3), by=stationary_point(Rational(1, 3))))


def test_a_rounded_fact_is_refused():
    refused(calc(10 * a + Rational(1, 10**20), given=[Eq(a, Float(0.1))]).eq(1, by=algebra))
    proved(calc(10 * a, given=[Eq(a, Rational(1, 10))]).eq(1, by=algebra))


def test_the_cases_of_algebra_cannot_be_added_to():
    with pytest.raises(TypeError):
        algebra.cases[type(S.One)] = (lambda e, given: Outcome(Integer(2)),)
    refused(calc(Integer(1)).eq(2, by=algebra))
