"""Squares kept together: μ² − 2μ(ψ(α) − log β) + (ψ(α) − log β)² as (μ + log β − ψ(α))²."""

from __future__ import annotations

from sympy import Add, Dummy, Expr, S, Symbol, cancel, together

from ..language.binder import Term

LARGE = 250  # operations beyond which an expression is left as it is


def completed(e: Expr) -> tuple[Expr, dict[Expr, Expr]]:
    """An expanded expression with a mark for s − c, where it is a quadratic polynomial A (s − c)² + rest in a symbol.

    Only for a symbol that may be negative, as a location may, and where it makes the expression shorter.
    """
    marks: dict[Expr, Expr] = {}
    for s in sorted((s for s in e.free_symbols if s.is_nonnegative is None and type(s) is Symbol), key=str):
        found = _square(e, s)
        if found is not None:
            e, mark, difference = found
            marks[mark] = difference
    return e, marks


def _square(e: Expr, s: Symbol) -> tuple[Expr, Expr, Expr] | None:
    A, B = e.coeff(s, 2), e.coeff(s, 1)
    rest = (e - A * s**2 - B * s).expand()
    if A == 0 or B == 0 or rest.has(s) or A.has(s) or B.has(s) or e.count_ops() > LARGE or A.has(Term):
        return None
    A = cancel(together(A))
    c = _sum(-B / (2 * A))
    left = _sum(rest - A * c**2)
    content, difference = (s - c).as_content_primitive() if (s - c).is_Add else (S.One, s - c)
    mark = Dummy("d", real=True)
    made = A * content**2 * mark**2 + left
    return (made, mark, difference) if _size(made) < _size(e) else None


def _sum(e: Expr) -> Expr:
    """An expanded sum; over one denominator, in lowest terms, where a sum stands in a denominator."""
    e = e.expand()
    if not any(p.is_Pow and p.exp.is_negative and p.base.is_Add for p in e.atoms(type(S.One / Dummy()))):
        return e
    return Add(*map(cancel, Add.make_args(cancel(together(e)).expand()))) if e.count_ops() < LARGE else e


def _size(e: Expr) -> int:
    return len(Add.make_args(e))
