"""Linearity, change of variable, symmetry, marginals, normalisation: inside and outside."""

from sympy import Abs, Rational, Symbol, exp, log, oo, sqrt, symbols

from symbolic_info.families import (
    Exponential,
    Gamma,
    GeneralizedNormal,
    Geometric,
    HalfNormal,
    Laplace,
    LogNormal,
    Normal,
    Poisson,
    Uniform,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import Image, Map, scaled, shifted
from symbolic_info.language.joint import Joint, Table
from symbolic_info.language.marginals import Marginal, ProductLaw
from symbolic_info.language.operators import Integral, Sum
from symbolic_info.language.support import ANY, COUNTING, LEBESGUE
from symbolic_info.language.terms import Density, Entropy
from symbolic_info.rules import RULES

from .table import three_from

linearity, change, symmetry, marginal, normalisation, algebra = (
    RULES[n] for n in ("linearity", "change_of_variable", "symmetry", "marginal", "normalisation", "algebra")
)
a, b, m, v = symbols("a b m v", real=True)
p, q, s, t = symbols("p q s t", positive=True)
n, k = symbols("n k", integer=True, positive=True)
i = Symbol("i", integer=True)
f, g, P, Q = Law("f"), Law("g"), Law("p", of=ANY), Law("q", of=ANY)
J, TABLE = Joint("X", "Y"), Table([[Rational(1, 8), Rational(1, 16)], [Rational(1, 4), Rational(9, 16)]])
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, (X,)).density(x), Marginal(J, (Y,)).density(y)
COUNTED, SPREAD = Law("p", of=COUNTING), Law("q", of=LEBESGUE)
FOLDED_EXP = Exponential(1 / s).expect(exp(q * (m + x)) / 2 + exp(q * (m - x)) / 2)
N, E, half = Normal, Normal(m, s).expect, Rational(1, 2)
SQUARED = Image(N(0, 1), Map(x**2, x), Map(sqrt(x), x))  # not invertible: X and −X have one square


def step(left, right, by, given=()):
    return calc(left, given=given).eq(right, by=by)


def bell(f):
    return Integral(-oo, oo, f * exp(-(v**2)), v)


INSIDE = {
    "linearity.of_expectation": [
        step(E(a * x + b * x**2 + 3), a * E(x) + b * E(x**2) + 3, linearity),
        step(E(log(p)), log(p), linearity),
        step(f.expect(2 * x - 1), 2 * f.expect(x) - 1, linearity, [Finite(f.expect(x))]),
        step(
            Exponential(p).expect(log(x) - x / q),
            Exponential(p).expect(log(x)) - Exponential(p).expect(x) / q,
            linearity,
        ),
        step(P.expect(-log(2 * P.density(x))), P.expect(-log(P.density(x))) - log(2), linearity, [Finite(Entropy(P))]),
    ],
    "linearity.of_integral": [
        step(bell(v**2 + p * v), bell(v**2) + p * bell(v), linearity),
        step(Sum(1, n, 2 * i + i**2, i), 2 * Sum(1, n, i, i) + Sum(1, n, i**2, i), linearity),
    ],
    "change_of_variable.of_image": [
        step(scaled(f, p).expect(x**2), f.expect(p**2 * x**2), change),
        step(shifted(f, a).expect(x), f.expect(x + a), change),
        step(LogNormal(m, s).expect(log(x)), N(m, s).expect(x), change),
        step(scaled(N(m, s), -2).expect(Abs(x)), N(m, s).expect(Abs(2 * x)), change),
    ],
    "change_of_variable.finite_image": [
        (Finite(LogNormal(m, s).expect(log(x) ** 2)), []),
        (Finite(scaled(f, p).expect(x)), [Finite(f.expect(x))]),
    ],
    "symmetry.about_the_centre": [
        step(E((x - m) ** 3), 0, symmetry),
        step(Laplace(m, s).expect(x), m, symmetry),
        step(Laplace(m, s).expect(x**2), Laplace(m, s).expect((x - m) ** 2) + m**2, symmetry),
        step(N(0, s).expect(x + x**2), N(0, s).expect(x**2), symmetry),
    ],
    "symmetry.fold": [
        step(Laplace(m, s).expect(exp(q * x)), FOLDED_EXP, symmetry, given=[q < 1 / s]),
        step(N(m, s).expect(Abs(x - m) ** q), HalfNormal(s).expect(x**q), symmetry),
        step(
            GeneralizedNormal(m, p, q).expect(Abs(x - m) ** q),
            GeneralizedNormal(m, p, q).folded().expect(x**q),
            symmetry,
        ),
    ],
    "symmetry.finite_fold": [
        (Finite(Laplace(m, s).expect(Abs(x - m) ** q)), []),
        (Finite(Laplace(m, s).expect(exp(q * x))), [q < 1 / s]),
    ],
    "symmetry.finite_polynomial": [
        (Finite(Laplace(m, s).expect(x**4 - x)), []),
        (Finite(Laplace(m, s).expect(x)), []),
    ],
    "marginal.of_coordinates": [
        step(J.expect(-log(py), (x, y)), Marginal(J, (Y,)).expect(-log(py), y), marginal),
        step(TABLE.expect(x**2, (x, y)), Marginal(TABLE, (X,)).expect(x**2, x), marginal),
    ],
    "marginal.finite_marginal": [
        (Finite(J.expect(-log(py), (x, y))), [Finite(Entropy(Marginal(J, (Y,))))]),
    ],
    "normalisation.mass": [
        calc(P.expect(Q.density(x) / P.density(x))).le(1, by=normalisation),
        calc(1 - P.expect(Q.density(x) / P.density(x)), given=[Covers(P, Q)]).ge(0, by=normalisation),
        calc(f.expect(g.density(x) / f.density(x))).le(1, by=normalisation),
    ],
    "normalisation.of_product": [
        calc(J.expect(px * py / pxy, (x, y))).le(1, by=normalisation),
    ],
    "normalisation.finite_mass": [
        (Finite(P.expect(Q.density(x) / P.density(x))), []),
    ],
    "normalisation.total": [
        step(Integral(-oo, oo, Density(N(m, s), v), v), 1, normalisation),
        step(Sum(0, oo, Density(Poisson(p), i), i), 1, normalisation),
        step(Integral(0, oo, Density(Gamma(p, q), v), v), 1, normalisation),
        step(Integral(a, b, Density(Uniform(a, b), v), v), 1, normalisation, [a < b]),
    ],
}  # fmt: skip
OUTSIDE = {
    "linearity.of_expectation": [
        step(f.expect(x + x**2), f.expect(x) + 1, linearity, [Finite(f.expect(x))]),
        step(f.expect(x + log(1 + x**2)), a, linearity),
        step(E(x * x**2), E(x) * E(x**2), linearity),
        step(E(exp(x + 1)), E(exp(x)) + E(exp(1 + 0 * x)), linearity),
        step(E(a * x), E(x) + a, linearity),
        step(E(1 + 0 * x), 0, linearity),
        step(E(x**2), E(x) ** 2, linearity),
        step(E(Abs(x - a)), E(Abs(x)) + Abs(a), linearity),
    ],
    "linearity.of_integral": [
        step(Integral(-1, 1, v + Abs(v), v), Integral(-1, 1, 2 * v, v), linearity),
        step(Sum(1, n, i * i**2, i), Sum(1, n, i, i) * Sum(1, n, i**2, i), linearity),
        step(Sum(1, n, i + 1, i), Sum(1, n, i, i) + 1, linearity),
    ],
    "change_of_variable.of_image": [
        step(scaled(f, p).expect(x**2), f.expect(p * x**2), change),
        step(scaled(f, p).expect(x), f.expect(x / p), change),
        step(LogNormal(m, s).expect(log(x)), N(m, s).expect(exp(x)), change),
        step(shifted(f, a).expect(x), f.expect(x), change),
        step(f.expect(x**2), N(0, 1).expect(x**2), change),
    ],
    "change_of_variable.finite_image": [
        (Finite(scaled(f, p).expect(x)), []),
        (Finite(scaled(f, p).expect(x)), [Finite(g.expect(x))]),
    ],
    "symmetry.about_the_centre": [
        step(E(x), 0, symmetry),
        step(Exponential(p).expect(x), 1 / p, symmetry),
        step(f.expect(x**3), 0, symmetry),
        step(E((x - a) ** 3), 0, symmetry),
        step(E((x - m) ** 2), 0, symmetry),
        step(E(Abs(x - m)), 0, symmetry),
        step(Gamma(p, q).expect((x - p / q) ** 3), 0, symmetry),
    ],
    "symmetry.fold": [
        step(Laplace(m, s).expect(exp(q * x)), FOLDED_EXP, symmetry),
        step(N(m, s).expect(Abs(x - m) ** q), HalfNormal(s).expect((x + p) ** q), symmetry),
        step(N(m, s).expect(x**2), HalfNormal(s).expect(x**2), symmetry),
        step(Gamma(p, q).expect(Abs(x - p / q)), Gamma(p, q).expect(x), symmetry),
        step(f.expect(x**2), HalfNormal(s).expect(x**2), symmetry),
    ],
    "symmetry.finite_fold": [
        (Finite(Laplace(m, s).expect(exp(q * x))), []),
        (Finite(Laplace(m, s).expect(exp(q * x))), [q < 2 / s]),
        (Finite(Laplace(m, s).expect(1 / (x - m))), []),
    ],
    "symmetry.finite_polynomial": [
        (Finite(f.expect(x**3)), []),
        (Finite(E(exp(x**2))), []),
        (Finite(E(exp(x**4))), []),
    ],
    "marginal.of_coordinates": [
        step(J.expect(-log(py), (x, y)), Marginal(J, (X,)).expect(-log(px), x), marginal),
        step(J.expect(-log(pxy), (x, y)), Marginal(J, (X,)).expect(-log(px), x), marginal),
        step(ProductLaw(TABLE).expect(x * y, (x, y)), TABLE.expect(x * y, (x, y)), marginal),
        step(TABLE.expect(x**2, (x, y)), Marginal(TABLE, (Y,)).expect(y**2, y), marginal),
    ],
    "marginal.finite_marginal": [
        (Finite(J.expect(-log(py), (x, y))), []),
        (Finite(J.expect(-log(py), (x, y))), [Finite(Entropy(Marginal(J, (X,))))]),
        (Finite(J.expect(-log(pxy), (x, y))), [Finite(Entropy(Marginal(J, (Y,))))]),
    ],
    "normalisation.mass": [
        calc(P.expect(Q.density(x) / P.density(x))).ge(1, by=normalisation),
        calc(P.expect(Q.density(x) / P.density(x))).eq(1, by=normalisation),
        calc(P.expect(Q.density(x) / P.density(x))).lt(1, by=normalisation),
        calc(P.expect(2 * Q.density(x) / P.density(x))).le(1, by=normalisation),
        calc(P.expect(Q.density(x) ** 2 / P.density(x))).le(1, by=normalisation),
        calc(P.expect(Q.density(x + 1) / P.density(x))).le(half, by=normalisation),
        calc(P.expect(Q.density(2 * x) / P.density(x))).le(1, by=normalisation),
        calc(COUNTED.expect(SPREAD.density(x) / COUNTED.density(x))).le(1, by=normalisation),
        calc(SPREAD.expect(COUNTED.density(x) / SPREAD.density(x))).le(1, by=normalisation),
    ],
    "normalisation.of_product": [
        calc(J.expect(px * py / pxy, (x, y))).eq(1, by=normalisation),
        calc(J.expect(px / pxy, (x, y))).le(1, by=normalisation),
        calc(J.expect(px * py / pxy**2, (x, y))).le(1, by=normalisation),
    ],
    "normalisation.finite_mass": [
        (Finite(P.expect(Q.density(x) ** 2 / P.density(x))), []),
        (Finite(P.expect(1 / P.density(x))), []),
    ],
    "normalisation.total": [
        step(Integral(0, oo, Density(N(m, s), v), v), 1, normalisation),
        step(Integral(-oo, oo, Density(N(m, s), 2 * v), v), 1, normalisation),
        step(Integral(-oo, oo, Density(N(m, s), a), v), 1, normalisation),
        step(Integral(-oo, oo, Density(N(v, s), v), v), 1, normalisation),
        step(Integral(0, oo, Density(N(0, v), v), v), 1, normalisation),
        step(Integral(0, oo, Density(Geometric(half), v), v), 1, normalisation),
        step(Sum(0, oo, Density(Exponential(5), i), i), 1, normalisation),
        step(Sum(1, oo, Density(Poisson(p), i), i), 1, normalisation),
        step(Sum(0, oo, Density(Poisson(p), i + 1), i), 1, normalisation),
        step(Sum(0, oo, Density(Poisson(i + 1), i), i), 1, normalisation),
        step(Integral(-oo, oo, Density(N(m, s), v) ** 2, v), 1, normalisation),
        step(Integral(-oo, oo, Density(f, v), v), half, normalisation),
    ],
}  # fmt: skip
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_the_equality_case_of_a_mass_is_the_right_way_round():
    """E_P[q/p] = Q(p > 0), so equality is Q ≪ P and not P ≪ Q."""
    from symbolic_info.kernel.check import check

    theorem = check(INSIDE["normalisation.mass"][0])
    assert theorem.equality == (Covers(Q, P),)


def test_the_square_is_no_invertible_map():
    from symbolic_info.exact.given import Given
    from symbolic_info.kernel.conditions import holds
    from symbolic_info.language.claims import Invertible

    assert not holds(Invertible(SQUARED), Given())
