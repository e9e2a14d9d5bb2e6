"""Where the functions are real and defined."""

from __future__ import annotations

from sympy import Abs, Basic, Pow
from sympy import functions as f

from .given import Given

_POSITIVE_ARGUMENT = (f.log, f.gamma, f.loggamma)
_REAL_ARGUMENT = (f.exp, Abs, f.erf, f.erfc, f.atan, f.sinh, f.cosh, f.sin, f.cos)


def is_real(e: Basic, given: Given) -> bool:
    """Whether a function of real arguments is shown to be real and defined at them."""
    if isinstance(e, Pow):
        return (
            given.positive(e.base)
            or bool(e.exp.is_integer and (given.nonzero(e.base) or given.nonnegative(e.exp)))
            or (given.nonnegative(e.base) and given.positive(e.exp))
        )
    if isinstance(e, _POSITIVE_ARGUMENT):
        return given.positive(e.args[0])
    if isinstance(e, f.polygamma):
        return bool(e.args[0].is_Integer and e.args[0] >= 0 and given.positive(e.args[1]))
    if isinstance(e, f.beta | f.expint):
        return all(map(given.positive, e.args))
    if isinstance(e, f.besseli):
        return bool(e.args[0].is_Integer)
    if isinstance(e, f.factorial | f.binomial):
        return all(bool(a.is_integer) for a in e.args) and all(map(given.nonnegative, e.args))
    if isinstance(e, f.zeta):
        return given.positive(e.args[0] - 1)
    return isinstance(e, _REAL_ARGUMENT)
