"""Inequalities with their direction, their strictness and their case of equality: inside and outside."""

from sympy import Abs, Eq, Rational, Symbol, exp, log, symbols

from symbolic_info.families import Exponential, Gamma, Geometric, Normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import AlmostSurely, Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.support import ANY
from symbolic_info.rules import RULES

from .table import three_from

log_tangent, jensen, squares = (RULES[n] for n in ("log_tangent", "jensen", "squares"))
a, b = symbols("a b", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
half = Rational(1, 2)
f, P, Q = Law("f"), Law("p", of=ANY), Law("q", of=ANY)
ratio = Q.density(x) / P.density(x)
X = Exponential(p)
G = Gamma(3, p)
COVERED = [Covers(P, Q)]

INSIDE = {
    "log_tangent.of_number": [
        calc(log(p)).le(p - 1, by=log_tangent),
        calc(-2 * log(1 + a**2)).ge(-2 * a**2, by=log_tangent),
        calc(-log(1 / p)).ge(1 - 1 / p, by=log_tangent),
        calc(log(p) + log(q)).le(p + q - 2, by=log_tangent),
        calc(p - 1).ge(log(p), by=log_tangent),
    ],
    "log_tangent.of_mean": [
        calc(X.expect(log(x))).le(X.expect(x) - 1, by=log_tangent),
        calc(P.expect(log(ratio)), given=COVERED).le(P.expect(ratio) - 1, by=log_tangent),
        calc(Normal(a, s).expect(log(1 + x**2))).le(Normal(a, s).expect(1 + x**2) - 1, by=log_tangent),
    ],
    "log_tangent.of_mean_below": [
        calc(P.expect(log(1 / ratio)), given=COVERED).ge(1 - P.expect(ratio), by=log_tangent),
        calc(G.expect(log(x))).ge(1 - G.expect(1 / x), by=log_tangent),
    ],
    "squares.even_power": [
        calc(a**2).ge(0, by=squares),
        calc(1 - 2 * (a - b) ** 2).le(1, by=squares),
        calc(p * (a + 1) ** 4).ge(0, by=squares),
    ],
    "jensen.of_logarithm": [
        calc(X.expect(log(x))).le(log(X.expect(x)), by=jensen),
        calc(-X.expect(log(x))).ge(-log(X.expect(x)), by=jensen),
        calc(Geometric(half).expect(log(1 + x))).le(log(Geometric(half).expect(1 + x)), by=jensen),
        calc(f.expect(log(1 + x**2)), given=[Finite(f.expect(1 + x**2))]).le(log(f.expect(1 + x**2)), by=jensen),
    ],
}
OUTSIDE = {
    "log_tangent.of_number": [
        calc(log(p)).ge(p - 1, by=log_tangent),
        calc(log(p)).lt(p - 1, by=log_tangent),
        calc(log(p)).eq(p - 1, by=log_tangent),
        calc(log(p)).le(p - 2, by=log_tangent),
        calc(a * log(p)).le(a * (p - 1), by=log_tangent),
        calc(log(p) ** 2).le((p - 1) ** 2, by=log_tangent),
        calc(-log(p)).le(1 - p, by=log_tangent),
        calc(exp(-log(1 + p))).ge(exp(-p) + half, by=log_tangent),
    ],
    "log_tangent.of_mean": [
        calc(X.expect(log(x))).ge(X.expect(x) - 1, by=log_tangent),
        calc(X.expect(log(x))).lt(X.expect(x) - 1, by=log_tangent),
        calc(f.expect(log(1 + x**2))).le(f.expect(1 + x**2) - 1, by=log_tangent),
        calc(X.expect(x * log(x))).le(X.expect(x**2) - X.expect(x), by=log_tangent),
        calc(X.expect(log(x)) ** 2).le((X.expect(x) - 1) ** 2, by=log_tangent),
    ],
    "log_tangent.of_mean_below": [
        calc(P.expect(log(1 / ratio)), given=COVERED).le(1 - P.expect(ratio), by=log_tangent),
        calc(P.expect(log(1 / ratio)), given=COVERED).gt(1 - P.expect(ratio), by=log_tangent),
        calc(X.expect(log(x))).ge(1 - X.expect(1 / x), by=log_tangent),
    ],
    "squares.even_power": [
        calc(a**2).gt(0, by=squares),
        calc(a**3).ge(0, by=squares),
        calc(-(a**2)).ge(0, by=squares),
        calc(b * a**2).ge(0, by=squares),
        calc(a**2 - 1).ge(0, by=squares),
    ],
    "jensen.of_logarithm": [
        calc(X.expect(log(x))).ge(log(X.expect(x)), by=jensen),
        calc(X.expect(log(x))).lt(log(X.expect(x)), by=jensen),
        calc(X.expect(log(x))).eq(log(X.expect(x)), by=jensen),
        calc(f.expect(log(1 + x**2))).le(log(f.expect(1 + x**2)), by=jensen),
        calc(X.expect(exp(-x))).le(exp(-X.expect(x)), by=jensen),
        calc(X.expect(log(x) ** 2)).le(log(X.expect(x)) ** 2, by=jensen),
        calc(X.expect(Abs(log(x)))).le(log(X.expect(x)) + 1, by=jensen),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_equality_cases():
    assert check(INSIDE["log_tangent.of_number"][0]).equality == (Eq(p, 1),)
    (surely,) = check(INSIDE["log_tangent.of_mean"][0]).equality
    assert isinstance(surely, AlmostSurely) and surely.body == Eq(x, 1) and surely.outer == (X,)
    (constant,) = check(INSIDE["jensen.of_logarithm"][0]).equality
    assert constant.body == Eq(x, X.expect(x))
    assert check(calc(u * log(p)).le(u * (p - 1), by=log_tangent)).equality is None
    assert check(calc(log(p)).le(p, by=log_tangent)).equality is None
