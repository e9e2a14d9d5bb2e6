"""Named means: inside their conditions and outside."""

from sympy import Rational, Symbol, besseli, cos, exp, expint, log, sin, symbols

from symbolic_info.families import (
    Cauchy,
    Exponential,
    Gamma,
    HalfCauchy,
    InverseGaussian,
    Normal,
    StudentT,
    VonMises,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Law
from symbolic_info.rules import RULES

from .table import three_from

named_mean = RULES["named_mean"]
a, b, c = symbols("a b c", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
R = Rational


def mean(law, f, value, given=()):
    return calc(law.expect(f), given=given).eq(value, by=named_mean)


def e1(z):
    """e^z E₁(z)"""
    return exp(z) * expint(1, z)


INSIDE = {
    "named_mean.poisson_kernel": [
        mean(Cauchy(a, p), log((x - b) ** 2 + q**2), log((a - b) ** 2 + (p + q) ** 2)),
        mean(Cauchy(a, p), log(1 + (x - a) ** 2 / p**2), 2 * log(2)),
        mean(Cauchy(a, p), log(2 * x**2 + 2 * x + 1), log(2) + log((a + R(1, 2)) ** 2 + (p + R(1, 2)) ** 2)),
        mean(Cauchy(0, 1), log(1 + x**2 / p), 2 * log(1 + p ** R(1, 2)) - log(p)),
        mean(HalfCauchy(p), log(q**2 + x**2), 2 * log(p + q)),
    ],
    "named_mean.log_of_passage": [
        mean(InverseGaussian(p, q), log(x), log(p) - e1(2 * q / p)),
        mean(InverseGaussian(R(1, 2), 3), log(x), -log(2) - e1(12)),
    ],
    "named_mean.direction": [
        mean(VonMises(a, p), cos(x - b), cos(a - b) * besseli(1, p) / besseli(0, p)),
        mean(VonMises(a, p), sin(2 * x), sin(2 * a) * besseli(2, p) / besseli(0, p)),
        mean(VonMises(a, p), sin(x - a), 0),
        mean(VonMises(a, p), cos(b - 3 * x), cos(b - 3 * a) * besseli(3, p) / besseli(0, p)),
    ],
    "named_mean.exponential_integral": [
        mean(Exponential(p), log(1 + x / q), e1(p * q)),
        mean(Exponential(p), log(3 * x + 2), log(2) + e1(2 * p / 3)),
    ],
    "named_mean.finite_named_mean": [
        (Finite(Cauchy(a, p).expect(log((x - b) ** 2 + q**2))), []),
        (Finite(InverseGaussian(p, q).expect(log(x))), []),
        (Finite(Exponential(p).expect(log(x + q))), []),
    ],
}
OUTSIDE = {
    "named_mean.poisson_kernel": [
        mean(Cauchy(a, p), log((x - b) ** 2 + q**2), log((a - b) ** 2 + p**2 + q**2)),
        mean(Cauchy(a, p), log(x**2 + q**2), log((a - q) ** 2 + p**2)),
        mean(Cauchy(a, p), log(x**4 + 1), log((a**2 + p**2) ** 2 + 1)),
        mean(HalfCauchy(p), log((x - 1) ** 2 + q**2), log(1 + (p + q) ** 2)),
        mean(StudentT(2), log(x**2 + q**2), 2 * log(1 + q)),
        mean(Normal(0, 1), log(x**2 + 1), 2 * log(2)),
        mean(Cauchy(0, 1), log(p + x**2), 2 * log(1 + p)),
    ],
    "named_mean.log_of_passage": [
        mean(InverseGaussian(p, q), log(x), log(p) + e1(2 * q / p)),
        mean(InverseGaussian(p, q), log(x), log(p) - e1(q / p)),
        mean(InverseGaussian(p, q), log(x) ** 2, log(p) ** 2),
        mean(Gamma(p, q), log(x), log(p) - e1(2 * q / p)),
    ],
    "named_mean.direction": [
        mean(VonMises(a, p), cos(x - b), cos(a - b)),
        mean(VonMises(a, p), cos(x / 2), cos(a / 2) * besseli(R(1, 2), p) / besseli(0, p)),
        mean(VonMises(a, p), cos(b * x), cos(b * a) * besseli(b, p) / besseli(0, p)),
        mean(VonMises(a, p), cos(x**2), cos(a**2) * besseli(2, p) / besseli(0, p)),
        mean(VonMises(a, p), sin(x - b), cos(a - b) * besseli(1, p) / besseli(0, p)),
        mean(Normal(a, p), cos(x), cos(a) * besseli(1, p) / besseli(0, p)),
        mean(VonMises(a, p), cos(2 * x), cos(2 * a) * besseli(2, p) / besseli(1, p)),
    ],
    "named_mean.exponential_integral": [
        mean(Exponential(p), log(1 + x / q), expint(1, p * q)),
        mean(Exponential(p), log(x + q), log(q) - e1(p * q)),
        mean(Exponential(p), log(x + q), log(q) + e1(p / q)),
        mean(Exponential(p), log(1 + x**2), e1(p)),
        mean(Gamma(2, p), log(1 + x), e1(p)),
        mean(Exponential(p), log(u + x), log(u) + e1(p * u)),
    ],
    "named_mean.finite_named_mean": [
        (Finite(Law("f").expect(log(x**2 + 1))), []),
        (Finite(Cauchy(a, p).expect((x - b) ** 2)), []),
        (Finite(Cauchy(a, p).expect(log(x**2 + a))), []),
        (Finite(Exponential(p).expect(log(x + c))), []),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
