"""Determinants, traces and quadratic forms of symmetric positive definite matrices, and their means."""

from __future__ import annotations

from sympy import Add, Expr, Mul, S

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.matrices import Column, Definite, Determinant, Number, Quadratic, Square, Trace, definite
from ..language.terms import Expectation
from ..language.vectors import NormalVector

matrix_algebra = rule("matrix algebra")
quadratic_form = rule("mean of a quadratic form")
positive_definite = rule("positive definite")


@matrix_algebra.of
def determinant(e: Determinant, given: Given) -> Outcome | None:
    """det AB = det A · det B, det A⁻¹ = 1/det A and det cA = cⁿ det A (Petersen & Pedersen (18)–(22))."""
    A, n = e.args
    if len(A.terms) != 1 or A.is_name:
        return None
    ((c, word),) = A.terms
    made = Mul(*(Determinant(Square(s), n) ** k for s, k in (w.as_base_exp() for w in word)))
    return Outcome(c**n * made, (c > 0,) if c.free_symbols else ())


@matrix_algebra.of
def trace(e: Trace, given: Given) -> Outcome | None:
    """tr is linear, tr I = n, tr AB = tr BA and tr Aᵀ = tr A (Petersen & Pedersen (11)–(16))."""
    A, n = e.args
    made = Add(*(c * (Trace(_least(word, turned=True), n) if word else n) for c, word in A.terms))
    return None if made == e else Outcome(made)


@matrix_algebra.of
def quadratic(e: Quadratic, given: Given) -> Outcome | None:
    """vᵀAv is linear in A, the same for −v and for Aᵀ, and 0 for v = 0."""
    A, v, n = e.args
    if v == Column(0):
        return Outcome(S.Zero)
    v = max((v, Column(-v.args[0])), key=_upright)
    made = Add(*(c * Quadratic(_least(word, turned=False), v, n) for c, word in A.terms))
    return None if made == e else Outcome(made)


def _upright(v: Column) -> tuple[bool, bool]:
    """X − μ rather than μ − X, μ₁ − μ₂ rather than μ₂ − μ₁."""
    (e,) = v.args
    bound = sum(e.coeff(s) for s in e.free_symbols if s.is_Dummy)
    return bool(bound > 0), not e.could_extract_minus_sign() if e.is_Add else e.is_Symbol


def _least(word: tuple[Expr, ...], turned: bool) -> Square:
    """The product of symmetric matrices or its transpose, `turned` in any of its cyclic orders: the first by name."""
    orders = [word[i:] + word[:i] for i in range(len(word))] if turned and word else [word]
    products = (Mul(*w) for order in orders for w in (order, order[::-1]))
    return Square(min(products, key=lambda w: (Mul.make_args(w)[0].is_Symbol, str(w))))  # an inverse stands first


@matrix_algebra.of
def finite_number(c: Finite, given: Given) -> tuple[()] | None:
    """Determinants, traces and quadratic forms are numbers."""
    (e,) = c.args
    return () if isinstance(e, Number) else None


@quadratic_form.of
def mean(e: Expectation, given: Given) -> Outcome | None:
    """E[(X − a)ᵀA(X − a)] = tr(AΣ) + (μ − a)ᵀA(μ − a) (Seber & Lee, Linear Regression Analysis, Thm 1.5)."""
    P, body = e.law, e.body
    if not isinstance(P, NormalVector) or not isinstance(body, Quadratic) or body.args[2] != P.size:
        return None
    (x,), (A, v, n) = e.variables, body.args
    a = (x - v.args[0]).expand() if v.args[0].coeff(x) == 1 else (x + v.args[0]).expand()
    if abs(v.args[0].coeff(x)) != 1 or A.has(x) or a.has(x):
        return None
    spread = Trace(Square(A.args[0] * P.covariance.args[0]), n)
    return Outcome(spread + Quadratic(A, Column(P.mean.args[0] - a), n))


@quadratic_form.of
def finite_mean(c: Finite, given: Given) -> tuple[()] | None:
    """The mean of a quadratic form is finite, with the value above, for every normal law."""
    (e,) = c.args
    return () if isinstance(e, Expectation) and mean(e, given) is not None else None


@positive_definite.of
def combination(c: Definite, given: Given) -> tuple[Expr, ...] | None:
    """A sum of positive multiples of positive definite matrices and of the identity is such, and an inverse of one."""
    A, n = c.args
    if A.is_name or any(len(word) > 1 for _, word in A.terms):
        return None
    signs = tuple(c > 0 for c, _ in A.terms if c.free_symbols or c <= 0)
    names = [w.as_base_exp() for _, word in A.terms for w in word]
    if any(abs(k) != 1 for _, k in names):
        return None
    return (*signs, *(d for s, _ in names for d in definite(Square(s), n)))
