"""Whether a fact holds of definite laws, as far as numbers can tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Basic, Contains, Eq, Expr, Gt, Integer, Lt, Ne, Rational, Symbol, false, true
from sympy.core.relational import Relational

from ..language.claims import AddsOverIndependentEvents, AlmostSurely, Always, Covers, Falls, Finite, Invertible
from ..language.dependence import Dependence
from ..language.support import Integers, Interval, Points
from .dependent import holds_of_cells
from .laws import covered, support_of
from .numbers import CannotEvaluate, Numbers, digits_of
from .numeric import numbers

_WHOLE = tuple(map(Integer, (-7, -3, -1, 0, 1, 2, 3, 6, 10)))
_REAL = (*_WHOLE[1:7], Rational(-5, 2), Rational(-1, 3), Rational(1, 7), Rational(7, 2))


def holds(fact: Any) -> bool | None:
    """Whether a fact holds; None where numbers cannot tell."""
    at = numbers(12)
    try:
        return _holds(fact, at)
    except (CannotEvaluate, ArithmeticError, ValueError, NotImplementedError):
        return None


def _holds(fact: Any, at: Numbers) -> bool | None:
    if fact in (true, false):
        return bool(fact)
    if isinstance(fact, Dependence):
        return holds_of_cells(fact)
    if isinstance(fact, Covers):
        first, second = fact.args
        return covered(first, second, at)
    if isinstance(fact, Finite):
        return bool(at.of(fact.args[0]).is_finite())
    if isinstance(fact, Relational):
        return _relation(fact, at)
    if isinstance(fact, Always):
        return _all([_holds(fact.at(v), at) for v in _values(fact.variable)])
    if isinstance(fact, AlmostSurely):
        return _all([_holds(fact.at(*point), at) for point in _points(fact.outer[0], at)])
    if isinstance(fact, Contains):
        return bool(fact.args[0].is_integer)
    # the instances of J are −k log p; the maps of an image are shown to be inverse by the rules that use them
    return True if isinstance(fact, AddsOverIndependentEvents | Falls | Invertible) else None


def _relation(fact: Any, at: Numbers) -> bool:
    gap = at.of(fact.lhs - fact.rhs)
    if isinstance(fact, Eq):
        return digits_of(gap) >= 9
    if isinstance(fact, Ne):
        return not gap.contains(0)
    sign = -1 if fact.rel_op.startswith("<") else 1
    return bool(sign * gap > 0) or (not isinstance(fact, Gt | Lt) and bool(gap.contains(0)))


def _all(found: Sequence[bool | None]) -> bool | None:
    if any(f is False for f in found):
        return False
    return None if any(f is None for f in found) else True


def _values(variable: Symbol) -> Sequence[Expr]:
    """Some values of a variable."""
    if variable.is_integer:
        return [v for v in _WHOLE if v > 0 or not variable.is_positive]
    return [v for v in _REAL if v > 0 or not variable.is_positive]


def _points(law: Basic, at: Numbers) -> Sequence[tuple[Expr, ...]]:
    """All points of a finite support, some of an infinite one."""
    support = support_of(law, at)
    if isinstance(support, Points):
        return support.points
    if isinstance(support, Integers):
        low = support.low if support.low.is_finite else Integer(-3)
        return [(low + i,) for i in range(7) if not low + i > support.high]
    if isinstance(support, Interval):
        return [(v,) for v in (*_REAL, Rational(1, 2)) if support.low < v < support.high]
    return [(a, b) for a in _REAL[:3] for b in _REAL[3:5]]


__all__ = ["holds"]
