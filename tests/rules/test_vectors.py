"""Means under Dirichlet laws with a symbolic number of components: inside the conditions and outside."""

import pytest
from sympy import Dummy, Symbol, digamma, log

from symbolic_info.families import Beta
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Always, Finite
from symbolic_info.language.models import Coordinates, Entry
from symbolic_info.language.operators import Sum
from symbolic_info.language.terms import Entropy
from symbolic_info.language.vectors import DirichletVector
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
INSIDE = {
    "gradient.mean_of_logarithms": [
        mean(logs, psi(1)),
        mean(total(Entry(beta, i) * log(Entry(x, i))), psi(Entry(beta, i))),
        mean(total((i - 2) * log(Entry(x, i))), psi(i - 2)),
    ],
    "gradient.finite_mean_of_logarithms": [(Finite(law.expect(logs, x)), [k >= 2])],
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
    "gradient.finite_mean_of_logarithms": [(Finite(law.expect(total(1 / Entry(x, i)), x)), [k >= 2])],
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
