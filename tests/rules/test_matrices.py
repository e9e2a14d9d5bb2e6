"""Determinants, traces, quadratic forms and their means: inside the conditions and outside."""

import pytest
from sympy import Symbol, log, symbols

from symbolic_info.families import Normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.matrices import Column, Definite, Determinant, Quadratic, Square, Trace, matrix, vector
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.language.vectors import NormalVector
from symbolic_info.rules import RULES

from .table import three_from

algebra, mean_of = RULES["matrix_algebra"], RULES["quadratic_form"]
n = Symbol("n", integer=True, positive=True)
k = Symbol("k", integer=True, positive=True)
s = Symbol("s", positive=True)
A, B, C = (matrix(name) for name in "ABC")
mu, nu = vector("mu"), vector("nu")
definite = [Definite(Square(M), n) for M in (A, B, C)]
normal = NormalVector(Column(mu), Square(A), n)


def det(M, size=n):
    return Determinant(Square(M), size)


def tr(M, size=n):
    return Trace(Square(M), size)


def form(M, v, size=n):
    return Quadratic(Square(M), Column(v), size)


def same(left, right, given=definite):
    return calc(left, given=given).eq(right, by=algebra)


def mean(body, value, law=normal, given=definite, by=(mean_of, algebra)):
    return calc(law.expect(body, x), given=given).eq(value, by=by)


INSIDE = {
    "matrix_algebra.determinant": [
        same(log(det(A**-1)), -log(det(A))),
        same(log(det(3 * A)), n * log(3) + log(det(A))),
        same(log(det(s * A)), n * log(s) + log(det(A))),
        same(log(det(1)), 0),
        same(log(det(s)), n * log(s)),
    ],
    "matrix_algebra.trace": [
        same(tr(A**-1 * A), n),
        same(tr(2 * A * B + 3), 2 * tr(B * A) + 3 * n),
        same(tr(A * B * C), tr(C * B * A)),
        same(tr(A * B * C), tr(B * C * A)),
        same(tr(A + B) - tr(B), tr(A)),
        same(tr(0), 0),
    ],
    "matrix_algebra.quadratic": [
        same(form(A, mu - nu), form(A, nu - mu)),
        same(form(A, 0), 0),
        same(form(2 * A + B, mu), 2 * form(A, mu) + form(B, mu)),
        same(form(A * B, mu), form(B * A, mu)),
        same(form(3, mu), 3 * form(1, mu)),
    ],
    "matrix_algebra.finite_number": [(Finite(e), definite) for e in (tr(A), det(A), form(A, mu))],
    "quadratic_form.mean": [
        mean(form(A**-1, x - mu), n),
        mean(form(B, x - nu), tr(B * A) + form(B, mu - nu)),
        mean(form(B, nu - x), tr(B * A) + form(B, mu - nu)),
        mean(form(1, x), tr(A) + form(1, mu)),
        mean(form(B, x - nu), s * tr(B) + form(B, nu), NormalVector(Column(0), Square(s), n)),
    ],
    "quadratic_form.finite_mean": [(Finite(normal.expect(form(B, x), x)), definite)],
    "positive_definite.combination": [
        (Definite(Square(A + 2 * B), n), definite),
        (Definite(Square(s * A**-1 + 1), n), definite),
    ],
}
OUTSIDE = {
    "matrix_algebra.determinant": [
        same(log(det(3 * A)), log(3) + log(det(A))),
        same(log(det(A + B)), log(det(A)) + log(det(B))),
        same(log(det(A**-1)), log(det(A))),
        same(log(det(2)), log(2)),
    ],
    "matrix_algebra.trace": [
        same(tr(A * B * C * A**-1), tr(B * C)),
        same(tr(1), 1),
        same(tr(A * B), tr(A) * tr(B)),
        same(tr(A**-1 * A, k), n, [Definite(Square(A), k)]),
    ],
    "matrix_algebra.quadratic": [
        same(form(A, mu - nu), form(A, mu + nu)),
        same(form(A, mu - nu), form(A, mu) - form(A, nu)),
        same(form(A, 2 * mu), 2 * form(A, mu)),
        same(form(A, mu), tr(A)),
    ],
    "matrix_algebra.finite_number": [(Finite(Law("f").expect(x)), [])],
    "quadratic_form.mean": [
        mean(form(A**-1, x - mu), 1),
        mean(form(B, x - nu), tr(B * A)),
        mean(form(B, x - nu), tr(B) + form(B, mu - nu)),
        mean(form(B, 2 * x - nu), tr(B * A) + form(B, mu - nu)),
        mean(form(B, x, k), tr(B * A, k) + form(B, mu, k), given=[*definite, Definite(Square(B), k)]),
        mean(form(B, x), tr(B) + form(B, mu), Normal(0, 1)),
    ],
    "quadratic_form.finite_mean": [(Finite(normal.expect(log(1 + form(B, x)), x)), definite)],
    "positive_definite.combination": [
        (Definite(Square(A - B), n), definite),
        (Definite(Square(A * B), n), definite),
        (Definite(Square(-A), n), definite),
        (Definite(Square(A + C), n), definite[:2]),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Column(3),
        lambda: Column(mu + 1),
        lambda: Column(mu * nu),
        lambda: Column(s * mu),
        lambda: Column(s),
        lambda: Column(A),
        lambda: Square(mu),
        lambda: Square(A + mu),
        lambda: Square((A + B) ** -1),
        lambda: Square(A ** Symbol("p", real=True)),
    ],
)
def test_what_is_no_vector_and_no_matrix_cannot_be_written(make):
    with pytest.raises(TypeError):
        make()


@pytest.mark.parametrize(
    "chain",
    [
        calc(log(det(A))).eq(log(det(A)), by=algebra),
        calc(log(det(A - B)), given=definite).eq(log(det(A - B)), by=algebra),
        calc(tr(A**-1 * B)).eq(tr(B * A**-1), by=algebra),
        calc(Entropy(normal)).eq(n * log(2) + 0 * s, by=algebra),
        calc(mu + n).eq(mu + n, by=algebra),
        calc(KL(normal, NormalVector(Column(nu), Square(B), k)), given=[*definite, Definite(Square(B), k)]).eq(
            normal.expect(0, x), by=RULES["definition"]
        ),
    ],
)
def test_what_is_not_known_to_be_definite_or_mixes_sizes_is_refused(chain):
    with pytest.raises(Rejected):
        check(chain)


def test_a_name_is_a_matrix_or_a_number_and_not_both():
    plain = symbols("A", positive=True)
    with pytest.raises(Rejected):
        check(calc(tr(A) + plain, given=definite).eq(plain + tr(A), by=algebra))
