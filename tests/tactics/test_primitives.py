"""The table of antiderivatives: each is one, by numbers.  (The kernel differentiates what a derivation uses.)"""

import mpmath
import pytest
from sympy import Abs, Rational, Symbol, cos, exp, lambdify, log, sin, symbols

from symbolic_info.tactics.primitives import primitive

x = Symbol("x", positive=True)
a, m = symbols("a m", real=True)
p, q, k = symbols("p q k", positive=True)
R = Rational
AT = {a: R(1, 3), m: R(4, 5), p: R(3, 7), q: R(5, 3), k: R(5, 4)}

TABLE = [
    x**3, x**k, 1 / x, x**-2, log(x), x**2 * log(x), x**k * log(x) ** 2, log(x) / x, log(x) ** 3, log(p * x),
    log(p * x + q), x**3 * log(2 * x + 5), log(p * x + q) ** 2, x * log(q - x), (x + q) ** k, x * (x + q) ** k,
    x / (x + q), 1 / (x + q), 1 / (x + q) ** 2,
    log(x**2 + p), x * log(x**2 + p), log((x - m) ** 2 + p**2), x**2 * log((x - m) ** 2 + p**2), x**3 / (x**2 + p),
    1 / (x**2 + p), x / (x**2 + p * x + p**2 + 5), (x**2 + 1) * log(x**2 + x + 1),
    Abs(x - m), x * Abs(x - m), Abs(x - m) ** k, x**2 * Abs(x - m) ** k,
    exp(p * x + q), x**3 * exp(-p * x), (x - a) * exp(q - x), cos(x - m), sin(p * x), x**2 * cos(2 * x - m),
    x * sin(x) + p * cos(q * x) - log(x) + 2, (x - a) ** 2 * log(x + q) / (p - q),
]  # fmt: skip
UNKNOWN = [exp(x**2), log(1 + exp(x)), log(x) * log(x + q), exp(x) / x, exp(x) * log(x), 1 / log(x), sin(x) / x, x**x]


@pytest.mark.parametrize("f", TABLE, ids=str)
def test_the_derivative_is_the_function(f):
    plain, F = lambdify(x, f.subs(AT), "mpmath"), primitive(f.expand(), x).subs(AT)
    with mpmath.workdps(30):
        low, high = mpmath.mpf(1) / 2, mpmath.mpf(3) / 2
        area = mpmath.quad(plain, [low, mpmath.mpf(4) / 5, high])
        value = lambdify(x, F, "mpmath")
        assert abs(value(high) - value(low) - area) < mpmath.mpf(10) ** -15


@pytest.mark.parametrize("f", UNKNOWN, ids=str)
def test_what_is_not_in_the_table_has_none(f):
    assert primitive(f, x) is None
