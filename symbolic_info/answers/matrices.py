"""Vectors and matrices of symbolic dimension in answers: det Σ, |Σ|, tr(Σ₂⁻¹Σ₁), (μ₁ − μ₂)ᵀ Σ₂⁻¹ (μ₁ − μ₂)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import mul
from typing import Any

from sympy import Add, Expr, Function, Mul, S, Symbol

from ..language.matrices import Column, Determinant, Number, Quadratic, Square, Trace

TOP = Symbol("T", commutative=False)


class Transposed(Function):
    """vᵀ, until it is known what stands behind it."""

    is_commutative = False


@dataclass(frozen=True)
class Matrices:
    """The dimension, and the vectors by the names that stand for them while a text is read."""

    size: Expr
    vectors: Mapping[Expr, Symbol] = field(default_factory=dict)

    def power(self, base: Expr, exponent: Expr) -> Expr | None:
        """A transposed vector, or a matrix, which is symmetric; None for a power of numbers."""
        if exponent != TOP:
            return None
        return Transposed(base) if base.free_symbols & set(self.vectors) else base

    def determinant(self, e: Expr) -> Expr:
        """det of a product of names, of their inverses and of a number."""
        ((c, word),) = Square(e).terms
        dets = [Determinant(Square(b), self.size) ** k for b, k in (w.as_base_exp() for w in word)]
        return c**self.size * reduce(mul, dets, S.One)

    def trace(self, e: Expr) -> Expr:
        """The trace of a sum of products; of a vector times a transposed one, the quadratic form."""
        return Add(*(c * self._word(word) for c, word in map(_apart, Add.make_args(e.expand()))))

    def _word(self, word: list[Expr]) -> Expr:
        if not word:
            return self.size
        for i, w in enumerate(word):
            if isinstance(w, Transposed):  # tr(A v vᵀ) = vᵀ A v
                return self.number(Mul(*word[i:], *word[:i]))
        return canonical(Trace(Square(Mul(*word)), self.size))

    def number(self, e: Any) -> Any:
        """The number that a formula of vectors and matrices says; TypeError where it says none."""
        if not isinstance(e, Expr) or e.is_commutative:
            return e
        if isinstance(e, Add):
            return Add(*map(self.number, e.args))
        c, word = _apart(e)
        first, last = word[0], word[-1]
        if len(word) == 1 and first.is_Add:
            return c * self.number(first)
        if len(word) < 2 or not isinstance(first, Transposed) or last not in (first.args[0], -first.args[0]):
            raise TypeError("a product of vectors and matrices that is no number")
        vector = last.xreplace(dict(self.vectors))
        vector = -vector if vector.could_extract_minus_sign() else vector
        sign = 1 if last == first.args[0] else -1
        middle = Square(Mul(*word[1:-1]))
        return c * sign * Add(*(a * Quadratic(Square(Mul(*w)), Column(vector), self.size) for a, w in middle.terms))


def _apart(e: Expr) -> tuple[Expr, list[Expr]]:
    numbers, word = e.args_cnc()
    return Mul(*numbers), word


def matrices_in(*expressions: Any) -> tuple[Matrices | None, dict[str, Symbol]]:
    """The matrices and vectors of a question and its answer, and the names under which a text knows them."""
    free = sorted(set().union(*(e.free_symbols for e in expressions)), key=str)
    names: dict[str, Symbol] = {s.name: s for s in free if not s.is_commutative}
    sizes = [n.args[-1] for e in expressions for n in e.atoms(Number)]
    if not names or not sizes:
        return None, {}
    flat = [s for s in free if s.is_commutative and s.is_extended_real is None]
    vectors = {Symbol(s.name, commutative=False): s for s in flat}
    names |= {str(v): v for v in vectors}
    names |= {"T": TOP, "top": TOP} if "T" not in names else {}
    return Matrices(sizes[0], vectors), names


def canonical(e: Trace) -> Trace:
    """tr(AB) = tr(BA), and tr(AB) = tr((AB)ᵀ): the first of all ways to write it."""
    ((c, word),) = e.args[0].terms
    ways = [w[i:] + w[:i] for w in (word, word[::-1]) for i in range(len(word))]
    best = min(ways, key=str, default=())
    return c * Trace(Square(Mul(*best)), e.args[1])


def alike(e: Expr) -> Expr:
    """A formula with every trace and every quadratic form written in one way."""
    put: dict[Expr, Expr] = {}
    for t in e.atoms(Trace):
        terms = [Trace(Square(c * Mul(*w)), t.args[1]) for c, w in t.args[0].terms]
        put[t] = Add(*map(canonical, terms))
    for q in e.atoms(Quadratic):
        v = q.args[1].args[0]
        if v.could_extract_minus_sign():
            put[q] = Quadratic(q.args[0], Column(-v), q.args[2])
    return e.xreplace(put)


def of_matrix(matrices: Matrices | None, key: str, arguments: list[Expr]) -> Expr:
    """The determinant or the trace of a matrix that the question has."""
    if matrices is None or len(arguments) != 1:
        raise ValueError(f"{key} takes a matrix of the question")
    return matrices.determinant(arguments[0]) if key == "det" else matrices.trace(arguments[0])
