"""Textbook form under a law of several variables: fractions keep the denominators with which they come."""

from __future__ import annotations

from sympy import Add, Expr, Mul, S, cancel, fraction, together

from ..exact.given import Given
from ..language.distribution import laws_in
from .fractions import fractions, squares
from .present import present


def is_of_several(e: Expr) -> bool:
    """Whether an expression speaks of a law of several variables with means and covariances."""
    return any(hasattr(law, "moments") for law in laws_in(e))


def gathered(e: Expr, given: Given) -> Expr:
    """The terms of a sum by the sums in their denominators: each group cancelled, or else over its denominator."""
    inner = [a for t in Add.make_args(e) for a in t.atoms(Add) if a.is_polynomial()]
    e = e.xreplace({a: squares(a, whole=False) for a in inner})
    groups: dict[Expr, list[Expr]] = {}
    for t in Add.make_args(e):
        groups.setdefault(_sums(fraction(t)[1]), []).append(t)
    plain = groups.pop(S.One, [])
    kept = []
    for below, terms in groups.items():
        top = Add(*(cancel(below / fraction(t)[1]) * fraction(t)[0] for t in terms)).expand()
        whole = cancel(together(top / below))
        if _sums(fraction(whole)[1]) == 1:
            plain.append(whole)
        else:
            number, over = Add(*fractions(list(Add.make_args(top)))).primitive()
            kept.append(Mul(number, over, 1 / below))
    return Add(present(Add(*plain), given), *kept)


def _sums(e: Expr) -> Expr:
    """The factors of a product that are sums, without their common numbers."""
    return Mul(*(f for f in Mul.make_args(e) if f.as_base_exp()[0].is_Add)).as_content_primitive()[1]
