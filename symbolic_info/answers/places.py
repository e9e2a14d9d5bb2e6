"""Where two formulas are compared: small admissible rationals, and their values there as balls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Any

from flint import acb, arb, ctx
from sympy import Abs, Basic, Expr, Rational, Symbol, exp, false, log, true
from sympy.core.relational import Relational

from ..audit.numbers import CannotEvaluate, working_bits
from ..audit.numeric import numbers
from ..exact.given import Given
from ..exact.point import admissible_point
from ..language.domains import carried

_POOL = [Rational(p, q) for p, q in (
    (2, 1), (1, 2), (3, 1), (1, 3), (1, 1), (3, 2), (1, 4), (2, 3), (4, 1), (3, 4), (5, 2), (1, 5), (5, 1), (2, 5),
    (1, 6), (7, 2), (6, 1), (3, 5), (1, 8), (7, 1), (4, 3), (1, 10), (8, 1), (5, 3), (9, 1), (12, 1), (1, 12),
)]  # fmt: skip
TRIES = 400
Point = dict[Any, Any]


@lru_cache(maxsize=2000)
def places(symbols: tuple[Symbol, ...], given: Given, count: int) -> tuple[Point, ...]:
    """Up to so many points at which every relation among the facts holds, those of small numbers first."""
    if not symbols:
        return ({},)
    random = Random(7)
    facts = [c for c in given.facts if isinstance(c, Relational) or c == false]
    every = sorted(set(symbols) | {s for c in facts for s in c.free_symbols if isinstance(s, Symbol)}, key=str)
    found: list[Point] = []
    for attempt in range(TRIES):
        if len(found) >= count:
            return tuple(found)
        point: Point = {s: _drawn(s, random, 6 + attempt // 8) for s in every}
        if point not in found and _admissible(point, facts):
            found.append(point)
    for seed in range(count - len(found)):
        other = admissible_point(given, list(symbols), seed)
        if other is None:
            break
        found.append(other)
    return tuple(found)


def _drawn(s: Symbol, random: Random, reach: int) -> Rational:
    value = _POOL[random.randrange(min(reach, len(_POOL)))]
    if s.is_integer:
        value = Rational(random.randint(1, 2 + reach // 4))
    if s.is_nonnegative is None and random.random() < 0.4:
        return -value
    return value


def _admissible(point: Point, facts: Sequence[Basic]) -> bool:
    told = all(c == true for s, value in point.items() for c in carried(s, value))
    return told and all(_true(c.xreplace(point)) for c in facts)


def _true(fact: Any) -> bool:
    if isinstance(fact, Relational):
        return Given().proves(fact)
    return bool(fact == true)


class Value:
    """A formula as a function of its symbols, to a number of digits."""

    def __init__(self, e: Expr, symbols: tuple[Symbol, ...], digits: int) -> None:
        self.e, self.symbols, self.bits = e, symbols, working_bits(digits)
        with ctx.workprec(self.bits):
            self._function = numbers(digits).function(e, symbols)

    def at(self, point: Point) -> arb:
        """The value at a point, as a ball; not a number where it is not defined or not real."""
        with ctx.workprec(self.bits):
            try:
                here = [arb(int(point[s].p)) / int(point[s].q) for s in self.symbols]
                return arb(self._function(here))
            except (ArithmeticError, ValueError, NotImplementedError, CannotEvaluate):
                return arb.nan()


def value(e: Expr, symbols: tuple[Symbol, ...], digits: int) -> Value | None:
    """The formula as a function; None where it has something that has no value."""
    try:
        return Value(e, symbols, digits)
    except (CannotEvaluate, ArithmeticError, ValueError, NotImplementedError):
        return None


def complex_value(e: Expr, point: Point, bits: int = 192) -> acb | None:
    """The value of an elementary formula at a point where it may not be real (principal branches); None if unknown."""
    with ctx.workprec(bits):
        try:
            found = _complex(e, point)
        except (ArithmeticError, ValueError, NotImplementedError):
            return None
        return found if found is not None and found.is_finite() else None


def _complex(e: Any, point: Point) -> acb | None:
    if e in point:
        return acb(arb(int(point[e].p)) / int(point[e].q))
    if not e.args:
        found = value(e, (), 40)
        return acb(found.at({})) if found else None
    parts = [p for p in (_complex(a, point) for a in e.args) if p is not None]
    if len(parts) < len(e.args):
        return None
    if e.is_Add:
        return sum(parts[1:], parts[0])
    if e.is_Mul:
        made = parts[0]
        for p in parts[1:]:
            made = made * p
        return made
    if e.is_Pow:
        return parts[0] ** (int(e.exp) if e.exp.is_Integer else parts[1])
    if isinstance(e, log | exp):
        return parts[0].log() if isinstance(e, log) else parts[0].exp()
    if isinstance(e, Abs):
        return acb(abs(parts[0]))
    return None


def shown(a: Any, digits: int = 6) -> str:
    """A number for a person."""
    if a.is_nan():
        return "not defined"
    if not a.is_finite():
        return "∞" if a > 0 else "−∞"
    if a.contains(0) and a.rad() < 1e-12:
        return "0"
    return str(arb(a.mid()).str(digits, radius=False))


def symbols_in(*expressions: Basic) -> tuple[Symbol, ...]:
    free: set[Any] = set().union(*(e.free_symbols for e in expressions))
    return tuple(sorted((s for s in free if isinstance(s, Symbol)), key=str))
