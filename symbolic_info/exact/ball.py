"""Certain numbers: enclosures of constants by balls (python-flint).

A ball that excludes zero shows a strict sign.  A ball that contains zero shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from flint import arb, ctx, fmpq
from sympy import E, EulerGamma, Expr, pi
from sympy import functions as f

PRECISIONS = (64, 192, 640)  # bits; a constant too close to zero for the last has no known sign

_FUNCTIONS: dict[Any, Callable[..., arb]] = {
    f.log: lambda a: a.log(), f.exp: lambda a: a.exp(), f.Abs: abs,
    f.gamma: lambda a: a.gamma(), f.loggamma: lambda a: a.lgamma(), f.digamma: lambda a: a.digamma(),
    f.polygamma: lambda n, a: a.digamma() if n == 0 else _polygamma(n, a), f.zeta: lambda s: s.zeta(),
    f.beta: lambda a, b: (a.lgamma() + b.lgamma() - (a + b).lgamma()).exp(),
    f.erf: lambda a: a.erf(), f.erfc: lambda a: a.erfc(), f.expint: lambda n, a: a.expint(n),
    f.sinh: lambda a: a.sinh(), f.cosh: lambda a: a.cosh(), f.besseli: lambda n, a: a.bessel_i(n),
    f.atan: lambda a: a.atan(), f.sin: lambda a: a.sin(), f.cos: lambda a: a.cos(),
}  # fmt: skip


def _polygamma(n: arb, a: arb) -> arb:
    """ψ⁽ⁿ⁾(a) = (−1)ⁿ⁺¹ n! ζ(n+1, a) (DLMF 25.11.12)."""
    order = int(n.unique_fmpz())
    return (-1) ** (order + 1) * arb(order).fac() * arb(order + 1).zeta(a)


def enclose(e: Expr, bits: int = 192) -> arb | None:
    """A ball that certainly contains the constant, or None where it has no finite enclosure."""
    try:
        with ctx.workprec(bits):
            ball = _ball(e)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return ball if ball is not None and ball.is_finite() else None


def certain_sign(e: Expr) -> int | None:
    """+1 or −1 where a ball excludes zero; None where none of the precisions does."""
    for bits in PRECISIONS:
        ball = enclose(e, bits)
        if ball is None:
            return None
        if ball > 0:
            return 1
        if ball < 0:
            return -1
    return None


def _ball(e: Expr) -> arb | None:
    if e.is_Rational:
        return arb(fmpq(int(e.p), int(e.q)))
    if e in _CONSTANTS:
        return _CONSTANTS[e]()
    parts = [ball for ball in map(_ball, e.args) if ball is not None]
    if not parts or len(parts) < len(e.args):
        return None
    if e.is_Add:
        return sum(parts[1:], parts[0])
    if e.is_Mul:
        return prod(parts[1:], start=parts[0])
    if e.is_Pow:
        if e.exp.is_Integer:
            return parts[0] ** int(e.exp) if abs(int(e.exp)) < 10_000 else None
        return parts[0] ** parts[1] if parts[0] > 0 else None
    return _FUNCTIONS[e.func](*parts) if e.func in _FUNCTIONS else None


_CONSTANTS: dict[Expr, Callable[[], arb]] = {pi: arb.pi, E: arb.const_e, EulerGamma: arb.const_euler}
