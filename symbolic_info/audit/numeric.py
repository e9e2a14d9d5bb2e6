"""The value of an expression from the definitions of what stands in it.

Public: `value` (a number), `evaluated` (a ball: the number with its error), `CannotEvaluate`.
"""

from __future__ import annotations

from threading import RLock
from typing import Any

import mpmath
from flint import arb
from sympy import Expr

from .extrema import EXTREMA
from .heads import CLOSED, OPENED
from .information import INFORMATION
from .numbers import CannotEvaluate, Numbers, digits_of, working_bits

_ONE_AT_A_TIME = RLock()


def numbers(digits: int) -> Numbers:
    """A fresh evaluator that aims at so many digits."""
    return Numbers(digits, working_bits(digits), {**CLOSED, **INFORMATION, **EXTREMA}, OPENED)


def evaluated(e: Expr, digits: int, at: Numbers | None = None) -> arb:
    """A ball for an expression without free symbols; its radius is what rounding and convergence leave open.

    Tries again at higher precision when digits were lost in cancellation.  Raises CannotEvaluate.
    One thread at a time: the working precision of flint belongs to the whole process.
    """
    first = at or numbers(digits)
    with _ONE_AT_A_TIME:
        found = _tried(e, first)
        for more in (2, 3):
            if reached(found) >= digits or not found.mid().is_finite():
                break
            try:
                again = _tried(e, first.at(digits * more))
            except CannotEvaluate:
                break
            if digits_of(again.rad()) <= digits_of(found.rad()):
                break
            found = again
    return found


def _tried(e: Expr, at: Numbers) -> arb:
    try:
        return at.of(e)
    except (ArithmeticError, ValueError, NotImplementedError) as why:  # flint and SymPy on what is not defined
        raise CannotEvaluate(f"{e}: {why}") from why


def value(e: Expr, digits: int) -> Any:
    """The number, as an mpf with at least so many right digits; ±∞ where the definition says so.

    Raises CannotEvaluate where there is no number, or where fewer digits were reached.
    """
    found = evaluated(e, digits)
    if not found.is_finite():
        return mpmath.inf if found > 0 else -mpmath.inf
    if reached(found) < digits:
        raise CannotEvaluate(f"only {reached(found)} digits of {e} were reached")
    with mpmath.workdps(digits + 10):
        mantissa, exponent = found.mid().man_exp()
        return mpmath.ldexp(mpmath.mpf(int(mantissa)), int(exponent))


def reached(a: arb) -> int:
    """The digits of a ball that are sure: relative to its size where that is above 1, else decimal places."""
    if not a.is_finite():
        return 0
    return digits_of(a.rad() / max(abs(a).mid(), arb(1)))


__all__ = ["CannotEvaluate", "Numbers", "evaluated", "numbers", "reached", "value"]
