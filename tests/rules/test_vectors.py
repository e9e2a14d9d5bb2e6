"""Means under Dirichlet and Wishart laws of symbolic dimension: inside the conditions and outside."""

import pytest
from sympy import Dummy, Symbol, digamma, log

from symbolic_info.families import Beta
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Always, Finite
from symbolic_info.language.matrices import (
    Column,
    Definite,
    Determinant,
    DrawnDeterminant,
    DrawnTrace,
    Square,
    Trace,
    matrix,
)
from symbolic_info.language.models import Coordinates, Entry
from symbolic_info.language.operators import Sum
from symbolic_info.language.terms import Entropy
from symbolic_info.language.vectors import DirichletVector, WishartMatrix
from symbolic_info.rules import RULES

from .table import three_from

gradient = RULES["gradient"]
k = Symbol("k", integer=True, positive=True)
i, j = Dummy("i", integer=True, positive=True), Dummy("j", integer=True, positive=True)
alpha, beta = Symbol("alpha", positive=True), Symbol("beta", positive=True)
law = DirichletVector(k, Coordinates(Entry(alpha, i), i))
whole = Sum(1, k, Entry(alpha, j), j)


def total(f):
    return Sum(1, k, f, i)


def mean(body, value, law=law):
    return calc(law.expect(body, x)).eq(value, by=gradient)


def psi(weight):
    return total(weight * (digamma(Entry(alpha, i)) - digamma(whole)))


logs = total(log(Entry(x, i)))
p = Symbol("p", integer=True, positive=True)
nu, s = Symbol("nu", positive=True), Symbol("s", positive=True)
V, A = matrix("V"), matrix("A")
wishart = WishartMatrix(nu, Square(V), p)
free = [nu > p - 1, Definite(Square(V), p), Definite(Square(A), p)]
log_det, log_det_V = log(DrawnDeterminant(Column(x), p)), log(Determinant(Square(V), p))
halves = Sum(1, p, digamma((nu + 1 - i) / 2), i)


def trace(M, size=p):
    return DrawnTrace(Square(M), Column(x), size)


def drawn(body, value, law=wishart):
    return calc(law.expect(body, x), given=free).eq(value, by=gradient)


INSIDE = {
    "gradient.mean_of_logarithms": [
        mean(logs, psi(1)),
        mean(total(Entry(beta, i) * log(Entry(x, i))), psi(Entry(beta, i))),
        mean(total((i - 2) * log(Entry(x, i))), psi(i - 2)),
    ],
    "gradient.wishart": [
        drawn(log_det, halves + p * log(2) + log_det_V),
        drawn(trace(A), nu * Trace(Square(A * V), p)),
        drawn(trace(1), nu * Trace(Square(V), p)),
        drawn(trace(A), nu * Trace(Square(s * A), p), WishartMatrix(nu, Square(s), p)),
    ],
    "gradient.finite_gradient": [
        (Finite(law.expect(logs, x)), [k >= 2]),
        (Finite(wishart.expect(log_det, x)), free),
    ],
}
OUTSIDE = {
    "gradient.mean_of_logarithms": [
        mean(logs, total(digamma(Entry(alpha, i)))),
        mean(logs, total(log(Entry(alpha, i)) - log(whole))),
        mean(total(log(Entry(x, i)) ** 2), total((digamma(Entry(alpha, i)) - digamma(whole)) ** 2)),
        mean(total(Entry(x, i) * log(Entry(x, i))), psi(Entry(x, i))),
        mean(Sum(1, k - 1, log(Entry(x, i)), i), psi(1)),
        calc(Beta(1, 2).expect(log(x))).eq(digamma(1) - digamma(3), by=gradient),
    ],
    "gradient.wishart": [
        drawn(log_det, halves + log_det_V),
        drawn(log_det, log(nu) * p + log_det_V),
        drawn(trace(A), Trace(Square(A * V), p)),
        drawn(trace(A) ** 2, nu**2 * Trace(Square(A * V), p) ** 2),
        drawn(trace(1, k), nu * k),
        calc(wishart.expect(log_det, x), given=free[1:]).eq(halves + p * log(2), by=gradient),
    ],
    "gradient.finite_gradient": [
        (Finite(law.expect(total(1 / Entry(x, i)), x)), [k >= 2]),
        (Finite(wishart.expect(1 / DrawnDeterminant(Column(x), p), x)), free),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_one_component_is_no_dirichlet_law():
    with pytest.raises(Rejected):
        check(calc(Entropy(law), given=[k <= 1]).eq(0, by=gradient))
    with pytest.raises(Rejected):
        check(calc(Entropy(DirichletVector(1, Coordinates(Entry(alpha, i), i)))).eq(0, by=gradient))


def test_shapes_of_which_nothing_is_known_are_a_condition():
    real = Symbol("alpha", real=True)
    (_, positive) = DirichletVector(k, Coordinates(Entry(real, i), i)).conditions()
    assert isinstance(positive, Always)
