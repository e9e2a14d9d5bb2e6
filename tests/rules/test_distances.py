"""Mean distances from a point: inside their conditions and outside."""

from sympy import Abs, EulerGamma, Rational, Symbol, erf, exp, expint, log, pi, sqrt, symbols

from symbolic_info.families import (
    Exponential,
    Gamma,
    Gumbel,
    HalfNormal,
    Laplace,
    Logistic,
    LogNormal,
    Normal,
    Rayleigh,
    Uniform,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Law
from symbolic_info.rules import RULES

from .table import three_from

mean_distance = RULES["mean_distance"]
a, b, m = symbols("a b m", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
d = (m - a) / s
root = sqrt(2)


def distance(law, point, value, given=()):
    return calc(law.expect(Abs(x - point)), given=given).eq(value, by=mean_distance)


INSIDE = {
    "mean_distance.on_the_line": [
        distance(Normal(a, s), m, s * sqrt(2 / pi) * exp(-(d**2) / 2) + (m - a) * erf(d / root)),
        distance(Normal(0, 1), 0, sqrt(2 / pi)),
        distance(Laplace(a, s), m, Abs(m - a) + s * exp(-Abs(m - a) / s)),
        distance(Laplace(a, s), a, s),
        distance(Logistic(a, s), m, m - a + 2 * s * log(1 + exp(-d))),
        distance(Logistic(a, s), a, 2 * s * log(2)),
        distance(Gumbel(a, s), m, a - m + EulerGamma * s + 2 * s * expint(1, exp(-d))),
    ],
    "mean_distance.on_the_half_line": [
        distance(Exponential(p), u, u - 1 / p + 2 * exp(-p * u) / p),
        distance(Rayleigh(s), u, u + s * sqrt(pi / 2) * (1 - 2 * erf(u / (root * s)))),
        distance(Rayleigh(s), m, m + s * sqrt(pi / 2) * (1 - 2 * erf(m / (root * s))), [m > 1]),
        distance(HalfNormal(1), u, u * (2 * erf(u / root) - 1) + sqrt(2 / pi) * (2 * exp(-(u**2) / 2) - 1)),
        distance(HalfNormal(1), 0, sqrt(2 / pi)),
        distance(LogNormal(0, 1), 1, exp(Rational(1, 2)) * erf(1 / root)),
        distance(
            LogNormal(a, s), q,
            q * erf((log(q) - a) / s / root) + exp(a + s**2 / 2) * erf((s**2 + a - log(q)) / s / root),
        ),
    ],
    "mean_distance.finite_distance": [
        (Finite(Laplace(a, s).expect(Abs(x - b))), []),
        (Finite(Exponential(p).expect(Abs(x - q))), []),
        (Finite(Gumbel(a, p).expect(Abs(x - q))), []),
    ],
}  # fmt: skip
OUTSIDE = {
    "mean_distance.on_the_line": [
        distance(Normal(a, s), m, s * sqrt(2 / pi) * exp(-(d**2)) + (m - a) * erf(d / root)),
        distance(Normal(a, s), m, s * sqrt(2 / pi)),
        distance(Laplace(a, s), m, s * exp(-Abs(m - a) / s)),
        distance(Laplace(a, s), m, (m - a) + s * exp(-(m - a) / s)),
        distance(Logistic(a, s), m, a - m + 2 * s * log(1 + exp(-d))),
        distance(Gumbel(a, s), m, m - a + EulerGamma * s + 2 * s * expint(1, exp(-d))),
        distance(Gumbel(a, s), m, a - m + EulerGamma * s + 2 * s * expint(1, exp(d))),
        distance(Gamma(2, p), q, q - 1 / p + 2 * exp(-p * q) / p),
        distance(Uniform(0, 1), 0, 0),
        calc(Normal(0, 1).expect(Abs(x**2 - 1))).eq(sqrt(2 / pi), by=mean_distance),
        calc(Normal(0, 1).expect(Abs(2 * x))).eq(sqrt(2 / pi), by=mean_distance),
    ],
    "mean_distance.on_the_half_line": [
        distance(Exponential(p), a, a - 1 / p + 2 * exp(-p * a) / p),
        distance(Exponential(p), -q, -q - 1 / p + 2 * exp(p * q) / p),
        distance(Rayleigh(s), m, m + s * sqrt(pi / 2) * (1 - 2 * erf(m / (root * s)))),
        distance(HalfNormal(1), m, m * (2 * erf(m / root) - 1) + sqrt(2 / pi) * (2 * exp(-(m**2) / 2) - 1)),
        distance(LogNormal(0, 1), u, u * erf(log(u + 1))),
        distance(LogNormal(0, 1), 0, exp(Rational(1, 2)) * erf(1 / root)),
        distance(LogNormal(0, 1), 1, exp(Rational(1, 2)) * erf(root)),
    ],
    "mean_distance.finite_distance": [
        (Finite(Law("f").expect(Abs(x - b))), []),
        (Finite(Exponential(p).expect(exp(Abs(x - q) ** 2))), []),
    ],
}  # fmt: skip
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
