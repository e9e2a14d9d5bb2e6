"""How large a formula would become: what is too much for the exact zero test."""

from __future__ import annotations

from math import comb
from typing import Any

from sympy import Pow, Rational

LARGE = 10**18
GREAT = 10**5
MAX_NESTED = 3  # fractions within a denominator
MAX_FRACTIONS = 8  # fractions whose denominators are sums
MAX_OPERATIONS = 200
MAX_EXPANDED = 600  # terms of a product or a power that is multiplied out
_MUCH = 10**9


def expanded(e: Any) -> int:
    """The greatest number of terms that a part of the formula has when it is multiplied out, at most."""
    return max(_terms(e), max(map(expanded, e.args), default=1))


def is_long(e: Any) -> bool:
    """Whether a formula is not worth a diagnosis: nobody writes numbers of twenty digits, or a hundred operations."""
    return is_hard(e) or bool(
        any(abs(n) > GREAT or n.q > LARGE for n in e.atoms(Rational)) or e.count_ops() > MAX_OPERATIONS
    )


def is_hard(e: Any) -> bool:
    """Whether the exact zero test could take long: many fractions to be brought over one denominator."""
    below = {p for p in e.atoms(Pow) if p.base.is_Add and p.exp.is_negative}
    if any(len(p.base.atoms(Pow) & below) > MAX_NESTED for p in below):
        return True
    return len(below) > MAX_FRACTIONS or sum(len(p.base.args) * abs(int(p.exp)) for p in below if p.exp.is_Integer) > 60


def _terms(e: Any) -> int:
    if getattr(e, "is_Add", False):
        return min(_MUCH, sum(map(_terms, e.args)))
    if getattr(e, "is_Mul", False):
        found = 1
        for a in e.args:
            found = min(_MUCH, found * _terms(a))
        return found
    if getattr(e, "is_Pow", False) and e.exp.is_Integer:
        base = _terms(e.base)
        return 1 if base == 1 else min(_MUCH, comb(abs(int(e.exp)) + base - 1, base - 1)) if base < 1000 else _MUCH
    return 1
