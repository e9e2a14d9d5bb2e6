"""Functions of balls: what the audit takes the functions of a formula to be."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

from flint import arb, arb_series
from sympy import functions as f

from ..language.functions import zeta_derivative


def logarithm(a: arb) -> arb:
    """log with log 0 = −∞, so that what is impossible is seen as such."""
    if a.is_finite():
        return arb.neg_inf() if a.is_zero() else a.log()
    return arb.pos_inf() if a > 0 else arb.nan()


def _gamma_ratio(a: arb, b: arb) -> arb:
    return (a.lgamma() + b.lgamma() - (a + b).lgamma()).exp()


def _polygamma(n: arb, a: arb) -> arb:
    """DLMF 25.11.12: ψ⁽ⁿ⁾(a) = (−1)ⁿ⁺¹ n! ζ(n+1, a)."""
    order = int(n.unique_fmpz())
    return a.digamma() if order == 0 else (-1) ** (order + 1) * arb(order).fac() * arb(order + 1).zeta(a)


def _zeta_derivative(n: arb, s: arb) -> arb:
    """n! times the coefficient of tⁿ in ζ(s + t)."""
    order = int(n.unique_fmpz())
    return arb_series([s, 1], order + 1).zeta()[order] * arb(order).fac()


FUNCTIONS: dict[Any, Callable[..., arb]] = {
    f.log: logarithm,
    f.exp: lambda a: a.exp(),
    f.Abs: abs,
    f.sign: lambda a: a.sgn(),
    f.gamma: lambda a: a.gamma(),
    f.loggamma: lambda a: a.lgamma(),
    f.digamma: lambda a: a.digamma(),
    f.polygamma: _polygamma,
    f.beta: _gamma_ratio,
    f.zeta: lambda s, a=None: s.zeta() if a is None else s.zeta(a),
    zeta_derivative: _zeta_derivative,
    f.erf: lambda a: a.erf(),
    f.erfc: lambda a: a.erfc(),
    f.Ei: lambda a: a.ei(),
    f.expint: lambda n, a: a.expint(n),
    f.uppergamma: lambda s, a: a.gamma_upper(s),
    f.lowergamma: lambda s, a: a.gamma_lower(s),
    f.besseli: lambda n, a: a.bessel_i(n),
    f.factorial: lambda a: (a + 1).gamma(),
    f.binomial: lambda n, k: (n + 1).gamma() / ((k + 1).gamma() * (n - k + 1).gamma()),
    f.sinh: lambda a: a.sinh(),
    f.cosh: lambda a: a.cosh(),
    f.tanh: lambda a: a.tanh(),
    f.atan: lambda a: a.atan(),
    f.asin: lambda a: a.asin(),
    f.sin: lambda a: a.sin(),
    f.cos: lambda a: a.cos(),
    f.tan: lambda a: a.tan(),
    f.Max: lambda *a: reduce(lambda p, q: p.max(q), a),
    f.Min: lambda *a: reduce(lambda p, q: p.min(q), a),
}
