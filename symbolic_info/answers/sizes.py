"""How large a formula would become: what is too much for the exact zero test."""

from __future__ import annotations

from math import comb
from typing import Any

MAX_EXPANDED = 600  # terms of a product or a power that is multiplied out
_MUCH = 10**9


def expanded(e: Any) -> int:
    """The greatest number of terms that a part of the formula has when it is multiplied out, at most."""
    return max(_terms(e), max(map(expanded, e.args), default=1))


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
