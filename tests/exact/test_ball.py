"""Certain enclosures: a ball always contains the constant, and a sign is claimed only when it is certain."""

import mpmath
import pytest
from flint import arb, ctx
from sympy import (
    E,
    EulerGamma,
    I,
    Pow,
    Rational,
    Symbol,
    beta,
    cos,
    gamma,
    log,
    loggamma,
    oo,
    pi,
    polygamma,
    sqrt,
    zeta,
    zoo,
)
from sympy import functions as f

from symbolic_info.exact.ball import certain_sign, enclose

R = Rational
CONSTANTS = {
    "rational": (R(22, 7), lambda: mpmath.mpf(22) / 7),
    "pi": (pi, lambda: +mpmath.pi),
    "e": (E, lambda: +mpmath.e),
    "euler": (EulerGamma, lambda: +mpmath.euler),
    "sum": (log(2) + sqrt(3) - pi, lambda: mpmath.log(2) + mpmath.sqrt(3) - mpmath.pi),
    "product": (pi * log(3) * R(-2, 5), lambda: mpmath.pi * mpmath.log(3) * -2 / 5),
    "power": (R(2, 3) ** pi, lambda: (mpmath.mpf(2) / 3) ** mpmath.pi),
    "inverse": (1 / log(7), lambda: 1 / mpmath.log(7)),
    "gamma": (gamma(R(1, 3)), lambda: mpmath.gamma(mpmath.mpf(1) / 3)),
    "loggamma": (loggamma(R(15, 2)), lambda: mpmath.loggamma(7.5)),
    "digamma": (polygamma(0, R(1, 5)), lambda: mpmath.digamma(mpmath.mpf(1) / 5)),
    "trigamma": (polygamma(1, R(2, 7)), lambda: mpmath.polygamma(1, mpmath.mpf(2) / 7)),
    "third": (polygamma(2, R(9, 4)), lambda: mpmath.polygamma(2, 2.25)),
    "zeta": (zeta(R(5, 2)), lambda: mpmath.zeta(2.5)),
    "erf": (f.erf(R(1, 2)), lambda: mpmath.erf(0.5)),
    "erfc": (f.erfc(3), lambda: mpmath.erfc(3)),
    "sinh": (f.sinh(R(1, 2)), lambda: mpmath.sinh(0.5)),
    "cosh": (f.cosh(R(1, 2)), lambda: mpmath.cosh(0.5)),
    "atan": (f.atan(R(5, 2)), lambda: mpmath.atan(2.5)),
    "cos": (cos(1), lambda: mpmath.cos(1)),
    "exp": (f.exp(R(-3, 2)), lambda: mpmath.exp(-1.5)),
}


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_ball_contains_the_constant(name):
    constant, value = CONSTANTS[name]
    ball = enclose(constant, 192)
    with mpmath.workdps(70):
        number = value()
        here = mpmath.nstr(number, 65)
    with ctx.workprec(256):
        assert abs(ball - arb(here)) < arb("1e-50")
    assert certain_sign(constant) == (1 if number > 0 else -1)


NO_VALUE = [Symbol("t"), Symbol("p", positive=True) + 1, I, oo, -oo, zoo, log(-2), f.erfi(1), R(-2) ** R(1, 3), 1 + I]


@pytest.mark.parametrize("e", NO_VALUE, ids=str)
def test_what_is_no_real_constant_has_no_enclosure(e):
    assert enclose(e) is None
    assert certain_sign(e) is None


ZEROS = [
    log(6) - log(2) - log(3),
    sqrt(2) * sqrt(3) - sqrt(6) + sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3),
    gamma(R(4, 3)) - gamma(R(1, 3)) / 3,
    beta(R(1, 2), R(1, 2)).rewrite(gamma) - pi,
]


@pytest.mark.parametrize("e", ZEROS, ids=str)
def test_a_hidden_zero_has_no_sign(e):
    assert e == 0 or certain_sign(e) is None


def test_a_constant_far_below_double_precision_has_its_sign():
    near = f.exp(pi * sqrt(163)) - 640320**3 - 744
    assert certain_sign(near) == -1
    assert certain_sign(f.exp(-300) - f.exp(-301)) == 1
    assert certain_sign(R(1, 10**40) - f.exp(-90)) == -1


def test_singular_points_have_no_enclosure():
    zero = log(2) + log(3) - log(6)
    for e in (1 / zero, log(zero), f.digamma(zero), gamma(zero)):
        assert enclose(e) is None


def test_huge_powers_are_not_attempted():
    assert enclose(Pow(log(2), 10**6)) is None
