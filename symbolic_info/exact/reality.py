"""Where the functions are real and defined."""

from __future__ import annotations

from sympy import Abs, Basic, Contains, Expr, Pow, S
from sympy import functions as f

from ..language.functions import POSITIVE_FOR, zeta_derivative
from .given import Given

_REAL_ARGUMENT = (f.exp, Abs, f.erf, f.erfc, f.atan, f.sinh, f.cosh, f.sin, f.cos)


def _counts(k: Expr, given: Given) -> bool:
    """Whether k is one of 0, 1, 2, …"""
    return given.proves(Contains(k, S.Integers)) and given.nonnegative(k)


def is_real(e: Basic, given: Given) -> bool:
    """Whether a function of real arguments is shown to be real and defined at them."""
    if isinstance(e, Pow):
        return (
            given.positive(e.base)
            or bool(e.exp.is_integer and (given.nonzero(e.base) or given.nonnegative(e.exp)))
            or (given.nonnegative(e.base) and given.positive(e.exp))
        )
    if isinstance(e, f.factorial | f.binomial):  # k! = C(k, k), and C(n, k) of a real n > k − 1 too
        n, k = e.args[0], e.args[-1]
        return _counts(k, given) and (given.positive(1 + n - k) or _counts(n, given))
    if isinstance(e, f.polygamma | f.besseli | zeta_derivative) and not e.args[0].is_Integer:
        return False
    if e.func in POSITIVE_FOR:
        return all(map(given.positive, POSITIVE_FOR[e.func](*e.args)))
    return isinstance(e, _REAL_ARGUMENT)
