"""Admissible points: rational values of the symbols at which all facts certainly hold."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from sympy import Basic, Expr, Rational, Symbol, false, true
from sympy.core.relational import Eq, Relational

from ..language.domains import Domain, Natural, Positive, Real
from .given import Given

TRIES = 60


def admissible_point(given: Given, lines: Iterable[Expr], seed: int = 0) -> dict[Expr, Expr] | None:
    """A random point at which every relation among the facts holds exactly; None if none is found."""
    random = Random(seed)
    symbols = sorted(_symbols(given, lines), key=str)
    for _ in range(TRIES):
        point = _draw(given, symbols, random)
        if all(_holds(c, point) for c in given.facts):
            return point
    return None


def _symbols(given: Given, lines: Iterable[Expr]) -> set[Basic]:
    found: set[Basic] = set().union(*(e.free_symbols for e in lines))
    relations = (c.free_symbols for c in given.facts if isinstance(c, Relational))
    return {s for s in found.union(*relations) if isinstance(s, Symbol)}


def _draw(given: Given, symbols: list[Basic], random: Random) -> dict[Expr, Expr]:
    """A point drawn in the chart, so that bounds hold by construction; whole numbers are rounded down."""
    chart, _ = given.chart
    free = set().union(*(chart.get(s, s).free_symbols for s in symbols)) if symbols else set()
    drawn = {s: _domain(s).sample(random) for s in sorted(free, key=str)}
    point = {s: chart.get(s, s).xreplace(drawn) for s in symbols}
    point = {s: Rational(int(v)) if s.is_integer else v for s, v in point.items()}
    return {s: given.reduce(s).xreplace(point) for s in symbols}


def _domain(s: Basic) -> Domain:
    if s.is_integer:
        return Natural()
    return Positive() if s.is_nonnegative else Real()


def _holds(fact: Basic, point: dict[Expr, Expr]) -> bool:
    if fact == false:
        return False
    if not isinstance(fact, Relational):
        return True
    if any(a.args and not isinstance(a, Symbol) for a in fact.free_symbols):
        return True
    here = fact.xreplace(point)
    if here.free_symbols:
        return True
    gap = here.lhs - here.rhs if isinstance(here, Relational) else None
    if gap is None:
        return bool(here == true)
    ends = Given().signs(gap)
    wanted = {">": {1}, ">=": {0, 1}, "<": {-1}, "<=": {-1, 0}, "==": {0}, "!=": {-1, 1}}[here.rel_op]
    return (not isinstance(fact, Eq) and ends <= wanted) or (isinstance(fact, Eq) and gap.expand() == 0)
