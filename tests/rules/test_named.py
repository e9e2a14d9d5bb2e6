"""Named integrals, sums and means: inside their conditions and outside."""

from sympy import Rational, Symbol, exp, gamma, log, oo, pi, sqrt, symbols

from symbolic_info.families import Geometric
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.operators import Integral, Sum
from symbolic_info.rules import RULES

from .table import three_from

named_integral, named_sum = (RULES[n] for n in ("named_integral", "named_sum"))
a, b, m, v = symbols("a b m v", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
i = Symbol("i", integer=True, nonnegative=True)
half = Rational(1, 2)
d = (m - a) / s


def integral(low, high, f, value, given=()):
    return calc(Integral(low, high, f, v), given=given).eq(value, by=named_integral)


def series(f, value, given=(), low=0):
    return calc(Sum(low, oo, f, i), given=given).eq(value, by=named_sum)


def summable(f):
    return Finite(Sum(0, oo, f, i))


def integrable(f, low=-oo):
    return Finite(Integral(low, oo, f, v))


INSIDE = {
    "named_integral.gaussian": [
        integral(-oo, oo, exp(-(v**2)), sqrt(pi)),
        integral(-oo, oo, exp(-p * v**2 + a * v - b), sqrt(pi / p) * exp(a**2 / (4 * p) - b)),
        integral(-oo, oo, exp(-((v - m) ** 2) / (2 * s**2)) / (s * sqrt(2 * pi)), 1),
    ],
    "named_integral.euler_second": [
        integral(0, oo, v ** (p - 1) * exp(-q * v), gamma(p) / q**p),
        integral(0, oo, v**3 * exp(-2 * v), Rational(3, 8)),
        integral(0, oo, exp(-p * v + 1), exp(1) / p),
        integral(0, oo, sqrt(v) * exp(-v), gamma(Rational(3, 2))),
    ],
    "named_integral.finite_gaussian_moment": [
        (integrable(v**4 * exp(-(v**2))), []),
        (integrable((v**3 - a * v) * exp(-p * v**2 + b * v)), []),
    ],
    "named_integral.finite_named_integral": [
        (integrable(v ** (p - 1) * exp(-q * v), 0), []),
        (integrable(exp(-p * v**2)), []),
    ],
    "named_sum.geometric_series": [
        series(p**i, 1 / (1 - p), [p < 1]),
        series(i * p**i, p / (1 - p) ** 2, [p < 1]),
        series(p * (1 - p) ** i, 1, [p < 1]),
        series(3 * 2 ** (-i), 6),
    ],
    "named_sum.exponential_series": [
        series(p**i / gamma(i + 1), exp(p)),
        series(exp(-p) * p**i / gamma(i + 1), 1),
        series(2**i / gamma(i + 1), exp(2)),
    ],
    "named_sum.finite_named_sum": [
        (summable(p**i), [p < 1]),
        (summable(p**i / gamma(i + 1)), []),
    ],
}
OUTSIDE = {
    "named_integral.gaussian": [
        integral(-oo, oo, exp(v**2), sqrt(pi)),
        integral(-oo, oo, exp(-a * v**2), sqrt(pi)),
        integral(-oo, oo, exp(u * v - u * v**2), 1),
        integral(0, oo, exp(-(v**2)), sqrt(pi)),
        integral(-oo, oo, exp(-(v**4)), sqrt(pi)),
        integral(-oo, oo, exp(-p * v**2 + a * v), sqrt(pi / p) * exp(a**2 / (2 * p))),
        integral(-oo, oo, v**2 * exp(-(v**2)), sqrt(pi)),
        integral(-oo, oo, exp(-v), 1),
    ],
    "named_integral.euler_second": [
        integral(0, oo, v**a * exp(-v), gamma(a + 1)),
        integral(0, oo, v**-2 * exp(-v), 1),
        integral(0, oo, exp(v), -1),
        integral(0, oo, exp(-a * v), 1),
        integral(0, oo, v ** (p - 1) * exp(-q * v), gamma(p) / q),
        integral(0, 1, exp(-v), 1),
        integral(0, oo, exp(-v) * log(v), 1),
        integral(0, oo, exp(-(v**2)), 1),
    ],
    "named_integral.finite_gaussian_moment": [
        (integrable(v**4 * exp(v**2)), []),
        (integrable(v**2 * exp(-a * v**2)), []),
        (integrable(v**2 * exp(-v)), []),
        (integrable(v**2), []),
        (integrable(exp(-(v**3))), []),
    ],
    "named_integral.finite_named_integral": [
        (integrable(v**a * exp(-v), 0), []),
        (integrable(1 / v, 0), []),
        (integrable(exp(-u * v), 0), []),
        (integrable(log(v) / v, 0), []),
    ],
    "named_sum.geometric_series": [
        series(p**i, 1 / (1 - p)),
        series(2**i, -1),
        series(p**i, p / (1 - p), [p < 1]),
        series(i**2 * p**i, p / (1 - p) ** 2, [p < 1]),
        series(p**i, 1 / (1 - p), [p < 1], low=1),
        series(p ** (i**2), 1 / (1 - p), [p < 1]),
        series(1 + 0 * i, 0),
    ],
    "named_sum.exponential_series": [
        series(i**i / gamma(i + 1), exp(i)),
        series(p**i / gamma(i + 1), exp(-p)),
        series(p**i / gamma(i + 2), exp(p)),
        series(p**i / gamma(i + 1), exp(p), low=1),
        series(p ** (2 * i) / gamma(i + 1), exp(p)),
        series(gamma(i + 1) * p**i, exp(p)),
    ],
    "named_sum.finite_named_sum": [
        (summable(p**i), []),
        (summable(i**i / gamma(i + 1)), []),
        (summable(1 / (i + 1)), []),
    ],
}
if "finite_named_sum" not in {c.__name__ for cs in named_sum.cases.values() for c in cs}:
    for table in (INSIDE, OUTSIDE):
        table["named_integral.finite_named_integral"] += table.pop("named_sum.finite_named_sum")
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_geometric_is_the_law_of_the_geometric_series():
    from symbolic_info.kernel.check import check

    chain = calc(Geometric(p).expect(1 + 0 * x)).eq(1, by=RULES["linearity"])
    assert check(chain).status == "proved"
