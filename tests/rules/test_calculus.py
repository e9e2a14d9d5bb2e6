"""Derivatives, antiderivatives, telescoping sums and stationary points: inside their conditions and outside."""

from sympy import Abs, Rational, Symbol, atan, digamma, exp, gamma, log, loggamma, oo, sqrt, symbols, sympify

from symbolic_info.families import Normal
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.operators import ArgMax, ArgMin, Integral, Maximum, Minimum, Sum, derivative
from symbolic_info.rules import RULES

from .table import three_from

differentiation, antiderivative, cut, telescoping, stationary_point = (
    RULES[n] for n in ("differentiation", "antiderivative", "cut", "telescoping", "stationary_point")
)
a, b, v = symbols("a b v", real=True)
p, q = symbols("p q", positive=True)
n = Symbol("n", integer=True, positive=True)
j, i = symbols("j i", integer=True)
half = Rational(1, 2)
COIN = -p * log(p) - (1 - p) * log(1 - p)


def slope(f, at, value, given=()):
    return calc(derivative(f, v, at), given=given).eq(value, by=differentiation)


def area(low, high, f, F, value, given=()):
    return calc(Integral(low, high, f, v), given=given).eq(value, by=antiderivative(sympify(F), v))


def parted(low, point, high, f, left, right, value, given=()):
    """∫ from low to high in two parts, each with its antiderivative."""
    reasons = (cut(sympify(point)), antiderivative(left, v), antiderivative(right, v))
    return calc(Integral(low, high, f, v), given=given).eq(value, by=reasons)


def series(low, high, f, F, value, given=()):
    return calc(Sum(low, high, f, i), given=given).eq(value, by=telescoping(sympify(F), i))


def best(kind, low, high, f, at, value, given=()):
    return calc(kind(low, high, f, v), given=given).eq(value, by=stationary_point(sympify(at)))


INSIDE = {
    "differentiation.of_elementary": [
        slope(v**3 - 2 * v, a, 3 * a**2 - 2),
        slope(v**2 * log(v), p, 2 * p * log(p) + p),
        slope(exp(-(v**2)), a, -2 * a * exp(-(a**2))),
        slope(loggamma(v), p, digamma(p)),
        slope(log(1 - v), a, -1 / (1 - a), [a < 1]),
        slope(sqrt(1 + v**2), a, a / sqrt(1 + a**2)),
    ],
    "differentiation.finite_derivative": [
        (Finite(derivative(v * log(v), v, p)), []),
        (Finite(derivative(gamma(v), v, p)), []),
    ],
    "antiderivative.fundamental_theorem": [
        area(0, 1, v**2, v**3 / 3, Rational(1, 3)),
        area(a, b, v, v**2 / 2, (b**2 - a**2) / 2, [a < b]),
        area(0, oo, exp(-p * v), -exp(-p * v) / p, 1 / p),
        area(0, 1, log(v), v * log(v) - v, -1),
        area(1, oo, v**-3, -1 / (2 * v**2), half),
        area(-1, 2, Abs(v), v * Abs(v) / 2, Rational(5, 2)),
        area(a, b, Abs(v - a), (v - a) ** 2 / 2, (b - a) ** 2 / 2, [a < b]),
        area(-oo, oo, v * exp(-(v**2)), -exp(-(v**2)) / 2, 0),
        area(
            a,
            b,
            v * Abs(v - p),
            (v - p) ** 2 * Abs(v - p) / 3 + p * (v - p) * Abs(v - p) / 2,
            (b - p) ** 2 * Abs(b - p) / 3
            + p * (b - p) * Abs(b - p) / 2
            - (a - p) ** 2 * Abs(a - p) / 3
            - p * (a - p) * Abs(a - p) / 2,
            [a < b],
        ),
        area(
            0,
            p,
            log(v**2 + q**2),
            v * log(v**2 + q**2) - 2 * v + 2 * q * atan(v / q),
            p * log(p**2 + q**2) - 2 * p + 2 * q * atan(p / q),
        ),
    ],
    "cut.at_a_point": [
        parted(a, 0, b, Abs(v) * v, -(v**3) / 3, v**3 / 3, (a**3 + b**3) / 3, [a < 0, b > 0]),
        parted(-oo, a, oo, exp(-Abs(v - a)), exp(v - a), -exp(a - v), 2),
        parted(
            0,
            p,
            1,
            Abs(log(v) - log(p)),
            v * log(p) - v * log(v) + v,
            v * log(v) - v - v * log(p),
            2 * p - 1 - log(p),
            [p < 1],
        ),
    ],
    "telescoping.telescoped": [
        series(1, n, i, i * (i - 1) / 2, n * (n + 1) / 2),
        series(0, n, 1 / ((i + 1) * (i + 2)), -1 / (i + 1), 1 - 1 / (n + 2)),
        series(1, 5, 2**i, 2**i, 62),
        series(j, j + 2, i, i * (i - 1) / 2, 3 * j + 3),
    ],
    "stationary_point.of_concave": [
        best(Maximum, -oo, oo, b - (v - a) ** 2, a, b),
        best(Maximum, 0, 1, COIN.xreplace({p: v}), half, log(2)),
        best(ArgMax, 0, 1, COIN.xreplace({p: v}), half, half),
        best(Maximum, 0, oo, log(v) - p * v, 1 / p, -log(p) - 1),
        best(Maximum, 0, 1, -((v - a) ** 2), a, 0, [a > 0, a < 1]),
    ],
    "stationary_point.of_convex": [
        best(Minimum, -oo, oo, (v - a) ** 2 + 1, a, 1),
        best(ArgMin, 0, oo, v - log(v), 1, 1),
        best(Minimum, 0, 1, -COIN.xreplace({p: v}), half, -log(2)),
    ],
}
OUTSIDE = {
    "differentiation.of_elementary": [
        slope(Abs(v), a, a),
        slope(Abs(v - 1), a, 1),
        slope(Abs(v), 0, 0),
        slope(v**2, a, a),
        slope(log(v), p, -1 / p),
        slope(Abs(v) ** 3, 0, 0),
        slope(Normal(v, 1).expect(x), a, 0),
        slope(Normal(0, 1).expect(v * x), a, 0),
    ],
    "differentiation.finite_derivative": [
        (Finite(derivative(Abs(v), v, a)), []),
        (Finite(derivative(Normal(v, 1).expect(x), v, a)), []),
    ],
    "antiderivative.fundamental_theorem": [
        area(0, 1, v**2, v**3, 1),
        area(0, 1, v**2, v**3 / 3, half),
        area(0, 1, 1 / v, log(v), oo),
        area(0, 1, 1 / v, log(v), 0),
        area(0, oo, v, v**2 / 2, 0),
        area(0, oo, exp(v), exp(v), -1),
        area(-1, 1, 1 / (1 + v**2), -atan(1 / v), 0),
        area(-1, 1, 1 + 0 * v, v + Abs(v) / v, 4),
        area(-1, 1, Abs(v), v**2 / 2, 0),
        area(0, p, Abs(v - 1), (v - 1) ** 2 / 2, (p - 1) ** 2 / 2 - half),
    ],
    "cut.at_a_point": [
        parted(a, 0, b, Abs(v), -(v**2) / 2, v**2 / 2, (a**2 + b**2) / 2, [a < b]),
        parted(0, p, 1, Abs(v - p), p * v - v**2 / 2, v**2 / 2 - p * v, p**2 - p + half),
        parted(0, 2, 1, Abs(v - half), v / 2 - v**2 / 2, v**2 / 2 - v / 2, Rational(1, 4)),
        parted(a, 0, b, Abs(v), v**2 / 2, v**2 / 2, (b**2 - a**2) / 2, [a < 0, b > 0]),
    ],
    "telescoping.telescoped": [
        series(1, n, i, i * (i + 1) / 2, n * (n + 1) / 2),
        series(1, n, i, i**2, n**2),
        series(0, oo, 1 / ((i + 1) * (i + 2)), -1 / (i + 1), 1),
        series(0, oo, 2 ** (-i), -(2 ** (1 - i)), 2),
    ],
    "stationary_point.of_concave": [
        best(Maximum, -oo, 1, -((v - 2) ** 2), 2, 0),
        best(Maximum, 0, 1, -((v - a) ** 2), a, 0),
        best(Maximum, -oo, oo, (v - a) ** 2, a, 0),
        best(Maximum, -1, 1, v**3, 0, 0),
        best(Maximum, -1, 1, v**4 - v**2, 0, 0),
        best(Maximum, 0, 1, v, 1, 1),
        best(Maximum, 0, 1, -((v - half) ** 2), Rational(1, 3), Rational(-1, 36)),
        best(Maximum, -1, 1, -Abs(v), 0, 0),
        best(ArgMax, 0, 1, a + 0 * v, half, half),
        best(ArgMax, 0, 1, -((v - 2) ** 2), 2, 2),
    ],
    "stationary_point.of_convex": [
        best(Minimum, -oo, 1, (v - 2) ** 2, 2, 0),
        best(Minimum, -oo, oo, -(v**2), 0, 0),
        best(Minimum, -1, 1, Abs(v), 0, 0),
        best(Minimum, 0, oo, v - log(v), 2, 2 - log(2)),
        best(ArgMin, 0, 1, b + 0 * v, half, half),
        best(Minimum, -1, 1, v**3, 0, 0),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
