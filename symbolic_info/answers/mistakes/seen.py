"""Mistakes that are seen by a look at the answer, beside the right value."""

from __future__ import annotations

from sympy import Expr, S, oo

from .kind import mistake


@mistake
def support_ignored(answer: Expr, value: Expr) -> bool:
    """This cannot be finite: look where the one law has weight and the other has none, or whether the mean exists."""
    return value in (oo, -oo) and answer not in (oo, -oo, S.ComplexInfinity)


@mistake
def finite_after_all(answer: Expr, value: Expr) -> bool:
    """This does not diverge: the supports agree and the means exist, so the value is finite."""
    return answer in (oo, -oo, S.ComplexInfinity) and value not in (oo, -oo)


@mistake("sign", rank=0)
def sign_of_infinity(answer: Expr, value: Expr) -> bool:
    """The sign of the infinite value is wrong."""
    return bool(answer.is_infinite and value.is_infinite and answer == -value)


@mistake
def rounding(answer: Expr, value: Expr) -> bool:
    """The number is close, but not right to the digits that are given: round more carefully, and give more of them."""
    return answer != value and abs(answer - value) < abs(value) / 200


@mistake
def unsimplified(right: Expr, value: Expr) -> bool:
    """It can be written much shorter: try to simplify it."""
    return bool(right.count_ops() > 8 + 2 * value.count_ops())
