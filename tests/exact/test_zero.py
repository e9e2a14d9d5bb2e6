"""The exact zero test: identities that it must know, and differences that it must never call zero."""

import pytest
from sympy import (
    Abs,
    Dummy,
    Eq,
    Rational,
    Symbol,
    beta,
    binomial,
    digamma,
    exp,
    factorial,
    gamma,
    log,
    loggamma,
    pi,
    polygamma,
    sqrt,
    symbols,
)  # fmt: skip
from sympy import functions as f

from symbolic_info.exact.given import Given
from symbolic_info.exact.zero import is_zero, normal
from symbolic_info.families import Bernoulli, Normal
from symbolic_info.language.binder import canonical, x, y
from symbolic_info.language.distribution import Law
from symbolic_info.language.terms import Density, Integral, Maximum, Sum

a, b, c = symbols("a b c", real=True)
p, q, s, t = symbols("p q s t", positive=True)
n, k = symbols("n k", integer=True, positive=True)
i, j = symbols("i j", integer=True)
v, w = symbols("v w", real=True)
R, P, Q = Rational, Normal(a, s), Law("q")
F = Law("f")

IDENTITIES = {
    # logarithms of positive things
    "log of a product": (log(p * q), log(p) + log(q)),
    "log of a quotient": (log(p / q), log(p) - log(q)),
    "log of an inverse": (-log(1 / p), log(p)),
    "log of a power": (log(p**3), 3 * log(p)),
    "log of a real power": (log(p**a), a * log(p)),
    "log of a root": (log(sqrt(p)), log(p) / 2),
    "log of 12": (log(12), 2 * log(2) + log(3)),
    "log of 9/10": (log(R(9, 10)), 2 * log(3) - log(2) - log(5)),
    "log of 1": (log(p / p) + 1, R(1)),
    "log of exp": (log(exp(a) * p), a + log(p)),
    "log of a square": (log(a**2), 2 * log(Abs(a)), [a > 1]),
    "log of a square of a sum": (log((p + q) ** 2), 2 * log(p + q)),
    "log of a factored sum": (log(p**2 + p * q), log(p) + log(p + q)),
    "log of a sum of fractions": (log(1 / p + 1 / q), log(p + q) - log(p) - log(q)),
    "log of a content": (log(2 * p + 2 * q), log(2) + log(p + q)),
    "log below 1": (log(p * (1 - p)), log(p) + log(1 - p), [p < 1]),
    "log of odds": (log(p / (1 - p)), log(p) - log(1 - p), [p < 1]),
    "log of a length": (log((b - a) / 2), log(b - a) - log(2), [a < b]),
    "log of a turned length": (log((a - b) ** 2), 2 * log(b - a), [a < b]),
    "log of gamma": (log(gamma(p)), loggamma(p)),
    "log of gamma of a shift": (log(gamma(p + 2)), loggamma(p) + log(p) + log(p + 1)),
    "log of pi": (log(2 * pi * s**2), log(2) + log(pi) + 2 * log(s)),
    # exponentials and powers
    "exp of a log": (exp(a * log(p)), p**a),
    "exp of logs": (exp(log(p) - log(q)), p / q),
    "exp of a sum": (exp(a + b), exp(a) * exp(b)),
    "exp of a square": (exp((a - b) ** 2), exp(a**2) * exp(-2 * a * b) * exp(b**2)),
    "exp of half a log": (exp(-log(p) / 2), 1 / sqrt(p)),
    "powers add": (p**a * p**b, p ** (a + b)),
    "powers of powers": ((p**a) ** b, p ** (a * b)),
    "powers of products": ((p * q) ** a, p**a * q**a),
    "powers of quotients": ((p / q) ** a, p**a * q ** (-a)),
    "powers of numbers": (6**a, 2**a * 3**a),
    "powers of 4": (4**a, 2 ** (2 * a)),
    "powers of 1/2": (R(1, 2) ** a, 2 ** (-a)),
    "powers of sums": ((p + q) ** a * (p + q), (p + q) ** (a + 1)),
    "powers and factors": ((p**2 + p * q) ** a, p**a * (p + q) ** a),
    "roots of numbers": (sqrt(2) * sqrt(3), sqrt(6)),
    "root of 8": (sqrt(8), 2 * sqrt(2)),
    "powers below 1": ((1 - p) ** a * (1 - p) ** (1 - a), 1 - p, [p < 1]),
    # rational functions
    "partial fractions": (1 / p - 1 / (p + 1), 1 / (p * (p + 1))),
    "a square": ((a - b) ** 2, a**2 - 2 * a * b + b**2),
    "a quotient": ((p**2 - q**2) / (p + q), p - q),
    "nested fractions": (1 / (1 / p + 1 / q), p * q / (p + q)),
    # Γ and its relatives
    "gamma": (gamma(p + 1), p * gamma(p)),
    "gamma of 3": (gamma(p + 3) / gamma(p), p * (p + 1) * (p + 2)),
    "gamma down": (gamma(p - 1) * (p - 1), gamma(p), [p > 1]),
    "gamma of sums": (gamma(p + q + 1), (p + q) * gamma(p + q)),
    "gamma of halves": (gamma(p + R(3, 2)), (p + R(1, 2)) * gamma(p + R(1, 2))),
    "loggamma": (loggamma(p + 1), log(p) + loggamma(p)),
    "loggamma, whole": (loggamma(n + 1), log(n) + loggamma(n)),
    "digamma": (digamma(p + 1), digamma(p) + 1 / p),
    "digamma of 2": (digamma(p + 2) - digamma(p), 1 / p + 1 / (p + 1)),
    "digamma down": (digamma(p - 1), digamma(p) - 1 / (p - 1), [p > 1]),
    "trigamma": (polygamma(1, p + 1), polygamma(1, p) - 1 / p**2),
    "tetragamma": (polygamma(2, p + 1), polygamma(2, p) + 2 / p**3),
    "beta": (beta(p, q), gamma(p) * gamma(q) / gamma(p + q)),
    "beta, symmetric": (beta(p, q), beta(q, p)),
    "beta, shifted": (beta(p + 1, q), beta(p, q) * p / (p + q)),
    "beta, summed": (beta(p + 1, q) + beta(p, q + 1), beta(p, q)),
    "log of beta": (log(beta(p, q)), loggamma(p) + loggamma(q) - loggamma(p + q)),
    "factorial": (factorial(n + 1), (n + 1) * factorial(n)),
    "factorial is gamma": (factorial(n), gamma(n + 1)),
    "log of a factorial": (log(factorial(n)), loggamma(n + 1)),
    "binomial": (binomial(n, k), factorial(n) / factorial(k) / factorial(n - k)),
    "binomial of 2": (binomial(n + 1, 2), n * (n + 1) / 2),
    "Pascal": (binomial(n, k) + binomial(n, k + 1), binomial(n + 1, k + 1)),
    "erfc": (f.erfc(a), 1 - f.erf(a)),
    # absolute values
    "abs of a negative": (Abs(-a), Abs(a)),
    "abs of a product": (Abs(a * b), Abs(a) * Abs(b)),
    "abs turned": (Abs(a - b), Abs(b - a)),
    "abs of a length": (Abs(a - b), b - a, [a < b]),
    "abs squared": (Abs(a) ** 2, a**2),
    # equations
    "sums to one": (log(1 - p), log(q), [Eq(p + q, 1)]),
    "equal": (exp(a) - exp(b) + 1, R(1), [Eq(a, b)]),
    # sums
    "sum of ones": (Sum(1, n, 1, i), n),
    "sum of constants": (Sum(0, n, log(p), i), (n + 1) * log(p)),
    "sum of a sum": (Sum(1, n, p * i + i**2, i), p * Sum(1, n, i, i) + Sum(1, n, i**2, i)),
    "sum renamed": (Sum(1, n, log(i), i), Sum(1, n, log(j), j)),
    # binders up to names and up to what happens inside
    "expectation renamed": (P.expect(x**2, x), P.expect(v**2, v)),
    "expectation with another dummy": (P.expect(x**2, x), P.expect(y**2, y)),
    "expectation of equals": (P.expect((x - a) ** 2), P.expect(x**2 - 2 * a * x + a**2)),
    "expectation of logs": (F.expect(log(F.density(x) / 2)), F.expect(log(F.density(x)) - log(2))),
    "expectation on its support": (Bernoulli(p).expect(Abs(x)), Bernoulli(p).expect(x)),
    "integral renamed": (Integral(0, 1, v * exp(v), v), Integral(0, 1, w * exp(w), w)),
    "integral of equals": (Integral(0, 1, log(v**2), v), Integral(0, 1, 2 * log(v), v)),
    "parameters of equals": (Normal(a + a, s).expect(x), Normal(2 * a, s).expect(x)),
    "maximum renamed": (Maximum(0, 1, v - v**2, v), Maximum(0, 1, w * (1 - w), w)),
    "nested": (P.expect(Q.expect(x * y, y), x), P.expect(Q.expect(v * x, v), x)),
}  # fmt: skip

DIFFERENT = {
    "log of a sum": (log(p + q), log(p) + log(q)),
    "log of a square of a real": (log(a**2), 2 * log(a)),
    "log of a product of reals": (log(a * b), log(a) + log(b)),
    "log scaled": (log(2 * p), 2 * log(p)),
    "log to a power": (log(p) ** 2, 2 * log(p)),
    "log of exp, wrong": (log(1 + exp(a)), a),
    "log of another number": (log(12), 3 * log(2) + log(3)),
    "log of an inverse": (log(1 / p), log(p)),
    "log of a length": (log((a - b) ** 2), 2 * log(a - b)),
    "log of a length, known": (log((a - b) ** 2), 2 * log(a - b), [a < b]),
    "log of gamma": (log(gamma(p)), gamma(p)),
    "log nearly": (log(p + R(1, 10**12)), log(p)),
    "constant nearly": (exp(pi * sqrt(163)), R(640320**3 + 744)),
    "root of a square": (sqrt(a**2), a),
    "root of a square of a sum": (sqrt((a + b) ** 2), a + b),
    "powers of products of reals": ((a * b) ** c, a**c * b**c),
    "powers of powers of reals": ((a**2) ** c, a ** (2 * c)),
    "powers add wrong": (p**a + p**b, p ** (a + b)),
    "powers multiply": (p ** (a * b), p**a * p**b),
    "powers of numbers": (6**a, 2**a + 3**a),
    "powers of sums": ((p + q) ** a, p**a + q**a),
    "root of a sum": (sqrt(p + q), sqrt(p) + sqrt(q)),
    "exp of a product": (exp(a * b), exp(a) * exp(b)),
    "exp of half a log": (exp(-log(p) / 2), 1 / p**2),
    "exp of the log of a real": (exp(2 * log(Abs(a) + 1)), a**2 + 1),
    "sum of fractions": (1 / p + 1 / q, 1 / (p + q)),
    "turned quotient": (p / q, q / p),
    "square": ((a - b) ** 2, a**2 - b**2),
    "sign": (a - b, b - a),
    "gamma": (gamma(p + 1), (p + 1) * gamma(p)),
    "gamma of 3": (gamma(p + 3) / gamma(p), (p + 1) * (p + 2) * (p + 3)),
    "gamma doubled": (gamma(2 * p), 2 * gamma(p)),
    "gamma of sums": (gamma(p + q), gamma(p) * gamma(q)),
    "loggamma": (loggamma(p + 1), log(p + 1) + loggamma(p)),
    "digamma": (digamma(p + 1), digamma(p) + 1 / (p + 1)),
    "digamma down": (digamma(p - 1), digamma(p) - 1 / p, [p > 1]),
    "digamma is log": (digamma(p), log(p)),
    "trigamma": (polygamma(1, p + 1), polygamma(1, p) + 1 / p**2),
    "tetragamma": (polygamma(2, p + 1), polygamma(2, p) + 1 / p**3),
    "polygamma orders": (polygamma(1, p), polygamma(2, p)),
    "beta": (beta(p, q), gamma(p) * gamma(q) / gamma(p * q)),
    "beta, shifted": (beta(p + 1, q), beta(p, q) * p / (p + q + 1)),
    "factorial": (factorial(n + 1), n * factorial(n)),
    "factorial is gamma": (factorial(n), gamma(n)),
    "binomial": (binomial(n, k), binomial(n, k + 1)),
    "binomial of 2": (binomial(n + 1, 2), n * (n - 1) / 2),
    "erf": (f.erfc(a), 1 + f.erf(a)),
    "abs": (Abs(a), a),
    "abs of a sum": (Abs(a + b), Abs(a) + Abs(b)),
    "abs of a length": (Abs(a - b), a - b, [a < b]),
    "abs of a unit": (Abs(p - 1), p - 1, [p < 1]),
    "other equation": (p, q, [Eq(p + q, 1)]),
    "sum of ones": (Sum(0, n, 1, i), n),
    "sum with a free end": (Sum(1, a, 1, i), a),
    "sum of products": (Sum(1, n, i**2, i), n * Sum(1, n, i, i)),
    "sum of another range": (Sum(1, n, log(i), i), Sum(1, n + 1, log(i), i)),
    "sum of a free index": (Sum(1, n, i * j, i), Sum(1, n, j * i, j)),
    "expectation of a free variable": (P.expect(x * v, x), P.expect(x * v, v)),
    "expectation under another law": (P.expect(x), Normal(b, s).expect(x)),
    "expectation of a power": (P.expect(x**2), P.expect(x) ** 2),
    "expectation of an abs": (P.expect(Abs(x)), P.expect(x)),
    "expectation is not linear unsaid": (P.expect(x + x**2), P.expect(x) + P.expect(x**2)),
    "expectation of a constant is a rule": (P.expect(0 * x + p), p),
    "density at another point": (Density(F, a), Density(F, b)),
    "density of another law": (Density(F, a), Density(Q, a)),
    "integral over another range": (Integral(0, 1, v, v), Integral(0, 2, v, v)),
    "integral of an abs": (Integral(-1, 1, Abs(v), v), Integral(-1, 1, v, v)),
    "nested, exchanged": (P.expect(Q.expect(x * y**2, y), x), P.expect(Q.expect(x**2 * y, y), x)),
    "symbol of the same name": (a, Symbol("a", positive=True)),
}  # fmt: skip


def shown(left, right, facts=()):
    return is_zero(left - right, Given() | facts)


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_identity_is_shown(name):
    assert shown(*IDENTITIES[name])


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference_is_never_called_zero(name):
    assert not shown(*DIFFERENT[name])


TRUE_ANYWAY = ("log below 1", "log of a square", "log of a length", "gamma down", "digamma down", "powers below 1")
NEEDS_FACTS = [name for name, row in IDENTITIES.items() if len(row) == 3 and name not in TRUE_ANYWAY]


@pytest.mark.parametrize("name", NEEDS_FACTS)
def test_an_identity_that_needs_facts_is_not_shown_without_them(name):
    left, right, _ = IDENTITIES[name]
    assert not shown(left, right)


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_identity_off_by_one_part_is_refused(name):
    """The same two sides, one of them doubled or moved by one: never zero, as no side vanishes identically."""
    left, right, *facts = IDENTITIES[name]
    assert not shown(left, right + 1, *facts)
    assert not shown(left, right + R(1, 10**30), *facts)
    assert not shown(left, right + log(2), *facts)


def test_normal_forms_are_stable():
    for name, (left, _, *facts) in IDENTITIES.items():
        given = Given() | (facts[0] if facts else ())
        assert is_zero(normal(left, given) - left, given), name
        assert normal(normal(left, given), given) == normal(left, given), name


def test_a_free_dummy_is_never_taken_for_a_bound_one():
    inside = canonical(P.expect(x)).variable
    assert not shown(P.expect(x * inside), P.expect(x**2))
    assert not shown(P.expect(x * Dummy("x", real=True)), P.expect(x**2))
    assert shown(P.expect(x * inside, x), P.expect(v * inside, v))
