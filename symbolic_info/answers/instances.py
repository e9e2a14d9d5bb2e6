"""Formulas of vectors, matrices and arbitrary laws: compared at definite ones."""

from __future__ import annotations

from typing import Any

from sympy import Expr

from ..audit.numbers import CannotEvaluate
from ..audit.numeric import evaluated
from ..audit.points import Search
from ..exact.given import Given

POINTS = 4


def compared(reference: Expr, answer: Expr, given: Given) -> list[tuple[dict[Any, Any], Any, Any]]:
    """Both values, the answer's first, at definite instances of what stands in the formulas."""
    found = []
    for shown, here in Search([reference, answer], given, POINTS, seed=3):
        try:
            correct, yours = (evaluated(e, 20) for e in here)
        except CannotEvaluate:
            continue
        if correct.is_finite() and yours.is_finite():
            found.append((shown, yours, correct))
    return found
