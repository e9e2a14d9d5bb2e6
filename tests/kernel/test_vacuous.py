"""From contradictory assumptions everything follows: such a theorem is vacuous, never proved."""

from contextlib import suppress

import pytest
from sympy import Eq, Rational, S, Symbol, log, symbols

from symbolic_info.exact.given import Given
from symbolic_info.families import Bernoulli, Uniform
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.claims import Always, Covers, Finite
from symbolic_info.language.terms import KL
from symbolic_info.rules import RULES

algebra, definition, linearity = RULES["algebra"], RULES["definition"], RULES["linearity"]
a, b = symbols("a b", real=True)
p = Symbol("p", positive=True)
P, Q = Uniform(0, 2), Uniform(0, 1)
FALSE = (Step("=", -log(2), (definition, linearity)),)  # D(U(0,2) ‖ U(0,1)) is infinite


def refused_or_not_proved(derivation):
    try:
        return check(derivation).status != "proved"
    except (Rejected, TypeError, AttributeError):
        return True


VACUOUS = {
    "contradictory order": [a < b, b < a],
    "an empty interval": [a > 1, a < 1],
    "equations": [Eq(a, 1), Eq(a, 2)],
    "a sign": [p * a > 0, a < 0],
    "a false fact": [S.false],
    "a parameter out of its domain": [*Bernoulli(p).conditions(), p > 2],
    "a false cover": [Covers(P, Q)],
    "a false finiteness": [Finite(KL(P, Q))],
    "the sum of squares": [a**2 + b**2 < 0],
    "probabilities": [Eq(p + a, 1), a > 1],
    "every real number is positive": [Always(a > 0, a)],
}  # fmt: skip


@pytest.mark.parametrize("name", VACUOUS)
def test_a_vacuous_theorem_is_never_proved(name):
    assert refused_or_not_proved(Derivation(p, (Step("=", p, (algebra,)),), Given() | VACUOUS[name]))


@pytest.mark.parametrize("name", VACUOUS)
def test_contradictions_prove_nothing_that_is_called_proved(name):
    for step in (Step("=", p + 1, (algebra,)), Step("<", p, (algebra,)), Step(">=", p + 1, (algebra,))):
        assert refused_or_not_proved(Derivation(p, (step,), Given() | VACUOUS[name]))


def test_an_admissible_point_is_kept():
    theorem = check(calc(log(b - a), given=[a < b]).eq(log((b - a) / 2) + log(2), by=algebra))
    assert theorem.status == "proved"
    assert theorem.point is not None and theorem.point[a] < theorem.point[b]


def test_a_point_handed_out_is_no_door():
    theorem = check(calc(log(p * Rational(3, 2)), given=[p < 1]).eq(log(p) + log(3) - log(2), by=algebra))
    before = theorem.status, dict(theorem.point)
    with suppress(AttributeError, TypeError):
        theorem.point.clear()
    assert (theorem.status, dict(theorem.point)) == before


def test_the_kernel_does_not_take_a_missing_step_for_a_proof():
    with pytest.raises((Rejected, TypeError, AttributeError)):
        check(Derivation(p, (Step("=", p + 1, ()),)))
    with pytest.raises((Rejected, TypeError, AttributeError)):
        check(Derivation(p, ("=",)))
    with pytest.raises((Rejected, TypeError, AttributeError)):
        check(None)
