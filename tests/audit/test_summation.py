"""Sums to the end, sums with a geometric rest, and sums with power tails."""

import mpmath
import pytest
from sympy import Rational, Symbol, binomial, cos, exp, factorial, log, loggamma, oo

from symbolic_info.audit import CannotEvaluate, value
from symbolic_info.families import LogSeries, NegativeBinomial, Poisson, Zeta
from symbolic_info.language.binder import x
from symbolic_info.language.operators import Sum
from symbolic_info.language.terms import KL, Entropy

DIGITS = 30
k = Symbol("k", integer=True, positive=True)
R = Rational


def series(f):
    return Sum(1, oo, f, k)


def zeta(s, n=0):
    return (-1) ** n * mpmath.zeta(mpmath.mpf(s.p) / s.q, 1, n)


POWERS = [R(34, 29), R(3, 2), R(2), R(5, 2), R(7), R(30)]
HEAVY = {
    "k^-3/2 log k": (k ** -R(3, 2) * log(k), lambda: zeta(R(3, 2), 1)),
    "k^-5/2 log² k": (k ** -R(5, 2) * log(k) ** 2, lambda: zeta(R(5, 2), 2)),
    "1/(k² + k)": (1 / (k**2 + k), lambda: mpmath.mpf(1)),
    "1/(k² + 1)": (1 / (k**2 + 1), lambda: (mpmath.pi * mpmath.coth(mpmath.pi) - 1) / 2),
    "log(1 + 1/k²)": (log(1 + k**-2), lambda: mpmath.log(mpmath.sinh(mpmath.pi) / mpmath.pi)),
    "slow geometric": (k * R(99, 100) ** k, lambda: mpmath.mpf(9900)),
    "C(k+2, 2)^-1": (1 / binomial(k + 2, 2), lambda: mpmath.mpf(1)),
}


@pytest.mark.parametrize("s", POWERS)
def test_powers_add_up_to_zeta(s):
    with mpmath.workdps(45):
        assert abs(value(series(k**-s), DIGITS) / zeta(s) - 1) < mpmath.mpf(10) ** -DIGITS


@pytest.mark.parametrize("name", HEAVY)
def test_other_heavy_tails(name):
    f, other = HEAVY[name]
    with mpmath.workdps(45):
        assert abs(value(series(f), DIGITS) / other() - 1) < mpmath.mpf(10) ** -DIGITS


def test_more_digits_are_reached():
    with mpmath.workdps(110):
        assert abs(value(series(k ** -R(3, 2)), 90) - zeta(R(3, 2))) < mpmath.mpf(10) ** -90


@pytest.mark.parametrize("f", [1 / k, k**0, k**2, log(k) / k, k ** -R(1, 2), log(k) / k ** R(3, 4)])
def test_what_diverges_is_infinite(f):
    assert value(series(f), DIGITS) == mpmath.inf
    assert value(series(-f), DIGITS) == -mpmath.inf


@pytest.mark.parametrize("f", [1 / (k * log(k + 1) ** 2), cos(k) / k, cos(k) / k**2])
def test_what_is_too_slow_or_not_smooth_is_no_number(f):
    with pytest.raises(CannotEvaluate):
        value(series(f), DIGITS)


MEANS = {
    "E X": (Zeta(R(5, 2)).expect(x), lambda: zeta(R(3, 2)) / zeta(R(5, 2))),
    "E X is infinite": (Zeta(2).expect(x), lambda: mpmath.inf),
    "E log X! is infinite": (Zeta(2).expect(log(factorial(x))), lambda: mpmath.inf),
    "H": (Entropy(Zeta(R(3, 2))), lambda: mpmath.log(zeta(R(3, 2))) + 1.5 * zeta(R(3, 2), 1) / zeta(R(3, 2))),
    "D infinite": (KL(Zeta(R(3, 2)), LogSeries(R(1, 2))), lambda: mpmath.inf),
}


@pytest.mark.parametrize("name", MEANS)
def test_means_under_a_heavy_tail(name):
    e, other = MEANS[name]
    with mpmath.workdps(45):
        found, wanted = value(e, DIGITS), other()
        assert found == wanted or abs(found - wanted) < mpmath.mpf(10) ** -DIGITS


@pytest.mark.parametrize("law", [Poisson(R(7, 2)), NegativeBinomial(R(7, 3), R(1, 29)), LogSeries(R(28, 29))])
def test_factorials_and_log_gammas_are_the_same(law):
    left, right = value(law.expect(log(factorial(x))), DIGITS), value(law.expect(loggamma(x + 1)), DIGITS)
    with mpmath.workdps(45):
        assert abs(left / right - 1) < mpmath.mpf(10) ** -DIGITS
    assert value(law.expect(exp(0 * x)), DIGITS) == pytest.approx(1)
