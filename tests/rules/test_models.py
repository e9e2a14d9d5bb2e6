"""Mixtures, independent coordinates, and what does not depend on a parameter: inside and outside."""

from sympy import Rational, Symbol, log, symbols

from symbolic_info.families import Normal
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.language.distribution import Law
from symbolic_info.language.models import Entry, Independent, Mixture
from symbolic_info.language.operators import ArgMin, Sum, derivative
from symbolic_info.language.support import FINITE
from symbolic_info.language.terms import KL, CrossEntropy, Entropy
from symbolic_info.rules import RULES

from .table import three_from

concave, coordinates, constant = (
    RULES[n] for n in ("log_concavity", "independent_coordinates", "constant_in_the_parameter")
)
a, b, v = symbols("a b v", real=True)
t = Symbol("t", positive=True)
u = Symbol("u", nonnegative=True)
d, i = symbols("d i", integer=True, positive=True)
mu, nu = symbols("mu nu", real=True)
P, Q = Law("p", of=FINITE), Law("q", of=FINITE)
p, q = P.density(x), Q.density(x)
M = Mixture(P, Q, t)
body = (1 - t) * p + t * (p + p**2)
high = (1 - t) * P.expect(log(p)) + t * P.expect(log(p + p**2))
F, G = Independent(d, Normal(Entry(mu, i), 1), i), Independent(d, Normal(Entry(nu, i), 1), i)


def least(f):
    return ArgMin(0, 1, f, v)


def cross(one, other):
    return CrossEntropy(Normal(Entry(one, i), 1), Normal(Entry(other, i), 1))


INSIDE = {
    "log_concavity.chord": [
        calc(P.expect(log(body)), given=[t <= 1]).ge(high, by=concave(t, p, p + p**2)),
    ],
    "independent_coordinates.sum_of_divergences": [
        calc(KL(F, G)).eq(Sum(1, d, KL(Normal(Entry(mu, i), 1), Normal(Entry(nu, i), 1)), i), by=coordinates),
    ],
    "independent_coordinates.sum_of_entropies": [
        calc(Entropy(F)).eq(Sum(1, d, Entropy(Normal(Entry(mu, i), 1)), i), by=coordinates),
    ],
    "independent_coordinates.sum_of_cross_entropies": [
        calc(CrossEntropy(F, G)).eq(Sum(1, d, cross(mu, nu), i), by=coordinates),
    ],
    "constant_in_the_parameter.slope": [
        calc(derivative(v**2 + a, v, b)).eq(derivative(v**2, v, b), by=constant),
    ],
    "constant_in_the_parameter.place": [
        calc(least((v - Rational(1, 2)) ** 2 + a)).eq(least((v - Rational(1, 2)) ** 2), by=constant),
    ],
}
OUTSIDE = {
    "log_concavity.chord": [
        calc(P.expect(log(p + u * p**2)), given=[u <= 1]).ge(high.xreplace({t: u}), by=concave(u, p, p + p**2)),
        calc(P.expect(log(body)), given=[t <= 1]).le(high, by=concave(t, p, p + p**2)),
        calc(P.expect(log(body)), given=[t <= 1]).ge(high, by=concave(1 - t, p, p + p**2)),
        calc(P.expect(log(body)), given=[t <= 1]).ge(high, by=concave(t, p, p)),
        calc(P.expect(log(body)), given=[t <= 1]).gt(high, by=concave(t, p, p + p**2)),
    ],
    "independent_coordinates.sum_of_divergences": [
        calc(KL(F, G)).eq(Sum(1, d, KL(Normal(Entry(nu, i), 1), Normal(Entry(mu, i), 1)), i), by=coordinates),
        calc(KL(F, G)).eq(d * KL(Normal(a, 1), Normal(b, 1)), by=coordinates),
        calc(KL(F, Independent(d + 1, Normal(Entry(nu, i), 1), i))).eq(
            Sum(1, d, KL(Normal(Entry(mu, i), 1), Normal(Entry(nu, i), 1)), i), by=coordinates
        ),
    ],
    "independent_coordinates.sum_of_entropies": [
        calc(Entropy(F)).eq(Entropy(Normal(a, 1)), by=coordinates),
        calc(Entropy(F)).eq(Sum(1, d + 1, Entropy(Normal(Entry(mu, i), 1)), i), by=coordinates),
        calc(Entropy(P)).eq(Sum(1, d, Entropy(P), i), by=coordinates),
    ],
    "independent_coordinates.sum_of_cross_entropies": [
        calc(CrossEntropy(F, G)).eq(Sum(1, d, cross(nu, mu), i), by=coordinates),
        calc(CrossEntropy(F, Independent(d + 1, Normal(Entry(nu, i), 1), i))).eq(
            Sum(1, d, cross(mu, nu), i), by=coordinates
        ),
    ],
    "constant_in_the_parameter.slope": [
        calc(derivative(v**2 + a * v, v, b)).eq(derivative(v**2, v, b), by=constant),
        calc(derivative(v**2 * a, v, b)).eq(derivative(v**2, v, b), by=constant),
    ],
    "constant_in_the_parameter.place": [
        calc(least(v**2 + a * v)).eq(least(v**2), by=constant),
        calc(least(a * v**2)).eq(least(v**2), by=constant),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_a_mixture_covers_its_first_part():
    from symbolic_info.exact.given import Given
    from symbolic_info.kernel.conditions import holds
    from symbolic_info.language.claims import Covers

    assert holds(Covers(P, M), Given() | [t < 1])
    assert not holds(Covers(P, M), Given() | [t <= 1])
