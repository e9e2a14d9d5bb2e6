"""A second pair of eyes: closed forms evaluated by mpmath, which shares no code with flint."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import add, mul
from typing import Any

import mpmath
from flint import arb
from sympy import E, EulerGamma, Expr, pi
from sympy import functions as f

from ..language.binder import Term
from ..language.functions import zeta_derivative


class Unknown(Exception):
    """mpmath was not taught this function."""


def agrees(e: Expr, found: arb, digits: int) -> bool | None:
    """Whether mpmath has the same value for a closed form as a ball, to so many digits; None where it has none."""
    if e.atoms(Term) or not found.is_finite():
        return None
    here = mpmath.MPContext()
    here.dps = digits + 25
    try:
        value = _value(e, here)
    except (Unknown, ValueError, ZeroDivisionError, OverflowError, mpmath.libmp.NoConvergence):
        return None
    if here.im(value) != 0 or not here.isfinite(value):
        return None
    middle, error = _number(found.mid(), here), _number(found.rad(), here)
    allowed = error + here.mpf(10) ** -digits * max(abs(middle), 1)
    return bool(abs(here.re(value) - middle) <= allowed)


def _number(a: arb, here: Any) -> Any:
    """An exact ball, exactly."""
    mantissa, exponent = a.man_exp()
    return here.ldexp(here.mpf(int(mantissa)), int(exponent))


def _value(e: Any, here: Any) -> Any:
    if e.is_Rational:
        return here.mpf(int(e.p)) / int(e.q)
    if e in _CONSTANTS:
        return _CONSTANTS[e](here)
    parts = [_value(a, here) for a in e.args]
    if e.is_Add:
        return reduce(add, parts)
    if e.is_Mul:
        return reduce(mul, parts)
    if e.is_Pow:
        return here.power(*parts)
    act = _FUNCTIONS.get(e.func)
    if act is None or not parts:
        raise Unknown(e)
    return act(here)(*parts)


_CONSTANTS: dict[Any, Callable[[Any], Any]] = {
    pi: lambda m: +m.pi, E: lambda m: +m.e, EulerGamma: lambda m: +m.euler,
}  # fmt: skip
_FUNCTIONS: dict[Any, Callable[[Any], Any]] = {
    f.log: lambda m: m.ln, f.exp: lambda m: m.exp, f.Abs: lambda m: m.fabs, f.sign: lambda m: m.sign,
    f.gamma: lambda m: m.gamma, f.loggamma: lambda m: m.loggamma, f.digamma: lambda m: m.digamma,
    f.polygamma: lambda m: m.polygamma, f.beta: lambda m: m.beta, f.zeta: lambda m: m.zeta,
    f.erf: lambda m: m.erf, f.erfc: lambda m: m.erfc, f.Ei: lambda m: m.ei, f.expint: lambda m: m.expint,
    f.besseli: lambda m: m.besseli, f.factorial: lambda m: m.factorial, f.binomial: lambda m: m.binomial,
    f.Max: lambda m: max, f.Min: lambda m: min, f.atan: lambda m: m.atan,
    f.sin: lambda m: m.sin, f.cos: lambda m: m.cos,
    zeta_derivative: lambda m: lambda n, s: m.zeta(s, 1, int(n)),
}  # fmt: skip
