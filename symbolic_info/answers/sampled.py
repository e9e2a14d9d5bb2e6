"""Quick values: an expression at a few points, in double precision, to compare many of them in little time.

A name for a mistake is no verdict: that the answer is wrong was decided exactly before, and here it is enough that
two expressions agree to ten digits at three points.
"""

from __future__ import annotations

import cmath
from collections.abc import Callable, Mapping
from functools import reduce
from operator import add, mul
from typing import Any

from mpmath import fp
from sympy import E, EulerGamma, Expr, S, Symbol, pi
from sympy import functions as f

from ..language.binder import Term, canonical
from ..language.operators import Sum

SAME = 1e-10  # relative
LONGEST = 200  # terms of a sum that are added up

Point = Mapping[Symbol, Expr]
Values = tuple[complex, ...]

_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    f.log: cmath.log, f.exp: cmath.exp, f.Abs: abs, f.sin: cmath.sin, f.cos: cmath.cos, f.tan: cmath.tan,
    f.sinh: cmath.sinh, f.cosh: cmath.cosh, f.tanh: cmath.tanh, f.atan: cmath.atan, f.asin: cmath.asin,
    f.gamma: fp.gamma, f.loggamma: fp.loggamma, f.digamma: fp.digamma, f.zeta: fp.zeta, f.beta: fp.beta,
    f.polygamma: lambda n, a: fp.psi(int(n.real), a), f.erf: fp.erf, f.erfc: fp.erfc, f.expint: fp.expint,
    f.besseli: fp.besseli, f.factorial: fp.factorial, f.binomial: fp.binomial, f.harmonic: fp.harmonic,
    f.Max: lambda *a: max(v.real for v in a), f.Min: lambda *a: min(v.real for v in a),
}  # fmt: skip
_CONSTANTS: dict[Any, complex] = {
    pi: complex(cmath.pi), E: complex(cmath.e), EulerGamma: complex(fp.euler),
    S.Infinity: complex(cmath.inf), S.NegativeInfinity: complex(-cmath.inf), S.ImaginaryUnit: 1j,
}  # fmt: skip
_BROKEN = (ArithmeticError, ValueError, TypeError, LookupError, NotImplementedError)  # where there is no value


class Sampler:
    """The values of expressions at some points; what was evaluated once is remembered."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self.points = points
        self._known: tuple[dict[Expr, complex], ...] = tuple({} for _ in points)

    def __call__(self, e: Expr) -> Values | None:
        """The values at all points, or None where one of them has none."""
        try:
            found = tuple(self._value(e, p, k) for p, k in zip(self.points, self._known, strict=True))
        except _BROKEN:
            return None
        return found if all(cmath.isfinite(v) for v in found) else None

    def _value(self, e: Any, point: Point, known: dict[Expr, complex]) -> complex:
        value = known.get(e)
        if value is None:
            value = known[e] = self._computed(e, point, known)
        return value

    def _computed(self, e: Any, point: Point, known: dict[Expr, complex]) -> complex:
        if e.is_Rational:
            return complex(int(e.p) / int(e.q))
        if e.is_Float:
            return complex(e)
        if e.is_Symbol:
            return self._value(point[e], point, known)
        if e in _CONSTANTS:
            return _CONSTANTS[e]
        if isinstance(e, Sum):
            return self._sum(e, point)
        if isinstance(e, Term):
            return _unknown(e)
        return _applied(e, [self._value(a, point, known) for a in e.args])

    def around(self, e: Expr, place: int, values: Values) -> Values | None:
        """The values of an expression in which the argument at a place has these values instead of its own."""
        found = []
        for value, point, known in zip(values, self.points, self._known, strict=True):
            try:
                parts = [value if i == place else self._value(a, point, known) for i, a in enumerate(e.args)]
                found.append(_applied(e, parts))
            except _BROKEN:
                return None
        return tuple(found) if all(map(cmath.isfinite, found)) else None

    def _sum(self, e: Sum, point: Point) -> complex:
        low, high = (self._value(a, point, {}) for a in e.outer)
        first, last = round(low.real), round(high.real)
        if last - first > LONGEST:
            raise ValueError("a long sum")
        values = ({**point, e.variable: S(i)} for i in range(first, last + 1))
        return sum((self._value(e.body, here, {}) for here in values), start=0j)


def _applied(e: Any, parts: list[complex]) -> complex:
    """The value of an expression from those of its arguments."""
    if e.is_Add:
        return reduce(add, parts)
    if e.is_Mul:
        return reduce(mul, parts)
    if e.is_Pow:
        return complex(parts[0] ** parts[1])
    return complex(_FUNCTIONS[e.func](*(v.real if v.imag == 0 and e.func is not f.log else v for v in parts)))


def _unknown(e: Term) -> complex:
    """A number that stands for a term which is not evaluated: the same for the same term."""
    return complex((hash(canonical(e)) % 99_991) / 99_991 + 0.5)


def same(a: Values, b: Values) -> bool:
    """Whether the values agree, as far as double precision tells."""
    return all(abs(u - v) <= SAME * max(1.0, abs(u), abs(v)) for u, v in zip(a, b, strict=True))
