"""Signs from the signs of the parts: what must be known, and what must not."""

from itertools import product

import pytest
from sympy import Abs, Rational, Symbol, beta, exp, factorial, gamma, log, loggamma, pi, polygamma, sqrt, symbols
from sympy import functions as f

from symbolic_info.exact.given import Given
from symbolic_info.exact.signs import ANY, NEGATIVE, NONNEGATIVE, NONPOSITIVE, NONZERO, POSITIVE, signs_of
from symbolic_info.families import Normal
from symbolic_info.language.binder import x
from symbolic_info.language.distribution import Law
from symbolic_info.language.operators import Sum
from symbolic_info.language.terms import Entropy

p, q = symbols("p q", positive=True)
a, b = symbols("a b", real=True)
u = Symbol("u", nonnegative=True)
m = Symbol("m", negative=True)
w = Symbol("w", real=True, nonzero=True)
n = Symbol("n", integer=True, positive=True)
k = Symbol("k", integer=True)
i = Symbol("i", integer=True)
R = Rational

KNOWN = [
    (p, POSITIVE), (m, NEGATIVE), (u, NONNEGATIVE), (w, NONZERO), (-p, NEGATIVE), (-u, NONPOSITIVE),
    (p + q, POSITIVE), (p + u, POSITIVE), (u + 1, POSITIVE), (m - p, NEGATIVE), (-u - R(1, 9), NEGATIVE),
    (p * q, POSITIVE), (p * m, NEGATIVE), (m * m, POSITIVE), (p * u, NONNEGATIVE), (w**2, POSITIVE), (w * p, NONZERO),
    (a**2, NONNEGATIVE), (a**2 + 1, POSITIVE), (-(a**2) - p, NEGATIVE), (a**2 * p, NONNEGATIVE),
    (a**2 + b**2, NONNEGATIVE),
    (p**a, POSITIVE), (p ** (-a), POSITIVE), (sqrt(u), NONNEGATIVE), (p**R(-1, 3), POSITIVE), (m**3, NEGATIVE),
    (m**-3, NEGATIVE), (w**-2, POSITIVE), (2**a, POSITIVE),
    (exp(a), POSITIVE), (exp(a) + u, POSITIVE), (Abs(a), NONNEGATIVE), (Abs(w), POSITIVE), (Abs(a) + 1, POSITIVE),
    (gamma(p), POSITIVE), (factorial(n), POSITIVE), (beta(p, q), POSITIVE), (polygamma(1, p), POSITIVE),
    (polygamma(3, p), POSITIVE), (f.erfc(a), POSITIVE), (f.cosh(a), POSITIVE), (f.erf(p), POSITIVE),
    (f.erf(m), NEGATIVE),
    (f.atan(m), NEGATIVE), (f.sinh(u), NONNEGATIVE), (log(1 + p), POSITIVE), (log(1 + u), NONNEGATIVE),
    (log(1 / (1 + p)), NEGATIVE), (p / (1 + p), POSITIVE), (1 / (1 + p) - 1, NEGATIVE), (1 - 1 / (1 + u), NONNEGATIVE),
    (1 / p + 1 / q, POSITIVE), (p - p**2 / (1 + p), POSITIVE), ((p - q) ** 2, NONNEGATIVE),
    (log(2) - R(69, 100), POSITIVE), (pi - R(22, 7), NEGATIVE),
    (loggamma(R(3, 2)), NEGATIVE), (log(3) - log(2), POSITIVE),
    (Law("f").density(a), NONNEGATIVE),
    (a**2 - 2 * a * b + b**2 + p, POSITIVE), (a**2 + a + 1, POSITIVE), (a**2 + a * b + b**2 + u, NONNEGATIVE),
    (a**2 + 2 * a + 1, NONNEGATIVE), (2 * a**2 - 4 * a * b + 2 * b**2 + p**2 + p * q, POSITIVE),
    (f.besseli(0, p), POSITIVE), (f.besseli(2, p), POSITIVE), (f.expint(1, p), POSITIVE), (f.cos(1), POSITIVE),
    (f.besseli(1, 2) - f.besseli(0, 2), NEGATIVE), (f.expint(1, 1) - R(1, 5), POSITIVE),
    (f.Min(p, q), POSITIVE),
]  # fmt: skip

UNKNOWN = [
    a, p - q, p - 1, a * p, a + 1, a**3, p**2 - 1, u - 1, a - b, a * b, m + p, k, k - 1, (-1) ** k, log(p), loggamma(p),
    polygamma(0, p), polygamma(2, p), exp(a) - 1, Abs(a) - 1, gamma(a), f.erf(a), p + m + u, sqrt(p) - 1,
    log(2) + log(3) - log(6), p - q + u, Entropy(Normal(0, 1)), Normal(0, 1).expect(x), a**2 - a, log(1 + a**2) - p,
    p * q - 1, 1 / p - 1, p / q - 1, Symbol("z"), Symbol("z") * p, beta(a, p), gamma(m), 2**a - 1,
    a**2 + 2 * a - 1, a**2 + 3 * a * b + b**2, a**2 - 2 * a * b + b**2 - p, p * a**2 + a, f.cos(p), f.sin(a),
    f.besseli(1, a), f.expint(1, p) - 1, f.Min(p, a), a**2 * p - 2 * a * p + p - q,
]  # fmt: skip


@pytest.mark.parametrize(("e", "signs"), KNOWN, ids=lambda v: str(v))
def test_a_sign_that_follows_is_known(e, signs):
    assert Given().signs(e) == signs


@pytest.mark.parametrize("e", UNKNOWN, ids=str)
def test_a_sign_that_does_not_follow_is_not_claimed(e):
    signs = Given().signs(e)
    assert not signs <= NONNEGATIVE and not signs <= NONPOSITIVE


def test_an_enclosed_zero_is_never_called_nonzero():
    hidden = [log(6) - log(2) - log(3), gamma(R(4, 3)) * 3 - gamma(R(1, 3)), sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3)]
    for e in hidden:
        assert 0 in Given().signs(e)
        assert 0 in Given().signs(p * e)


def test_means_and_sums_of_positive_things():
    P = Normal(a, p)
    assert Given().positive(P.expect(x**2 + 1))
    assert Given().nonnegative(P.expect((x - a) ** 2)) and not Given().positive(P.expect((x - a) ** 2))
    assert Given().positive(Sum(1, n, i**2, i))
    for sum_ in (Sum(1, n - 1, i**2, i), Sum(1, n, (i - 1) ** 2, i), Sum(n, 3, i**2, i)):  # empty, or of zeros
        assert Given().nonnegative(sum_) and not Given().positive(sum_)
    assert Given().signs(P.expect(x)) == ANY
    assert Given().signs(P.expect(x**3)) == ANY


VALUES = {
    POSITIVE: [R(1, 3), 2],
    NEGATIVE: [R(-1, 3), -2],
    NONNEGATIVE: [0, R(1, 2), 3],
    ANY: [-2, R(-1, 2), 0, R(1, 2), 2],
}
ATOMS = {p: POSITIVE, m: NEGATIVE, u: NONNEGATIVE, a: ANY}


def test_small_polynomials_agree_with_their_values_on_a_grid():
    """Every claimed set of signs contains the sign at each point of a grid."""
    claimed = 0
    pieces = [p, m, u, a, a**2, p * m, u * a, R(1), R(-1)]
    for first, second, third in product(pieces, repeat=3):
        e = first * second + third
        signs = signs_of(e, ())
        claimed += signs != ANY
        names = [s for s in ATOMS if e.has(s)]
        for point in product(*(VALUES[ATOMS[s]] for s in names)):
            value = Rational(e.xreplace(dict(zip(names, map(R, point), strict=True))))
            assert bool(value > 0) - bool(value < 0) in signs, (e, point)
    assert claimed > 100
