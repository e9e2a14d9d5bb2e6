"""Admissible points: rational values of the symbols at which all facts certainly hold."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from sympy import Basic, Expr, Rational, Symbol, false, true
from sympy.core.relational import Eq, Relational

from ..language.binder import Term
from ..language.domains import Domain, Natural, Positive, Real, carried
from .given import Given

TRIES = 60


def admissible_point(given: Given, lines: Iterable[Expr], seed: int = 0) -> dict[Expr, Expr] | None:
    """A random point at which every relation among the facts holds exactly; None if none is found."""
    random = Random(seed)
    symbols = sorted(_symbols(given, lines), key=str)
    for attempt in range(TRIES):
        point = _draw(given, symbols, random, Rational(1, 1 + attempt % 7))
        told = all(c == true for s, value in point.items() for c in carried(s, value))
        if told and all(_holds(c, point, given) for c in given.facts):
            return point
    return None


def _symbols(given: Given, lines: Iterable[Expr]) -> set[Basic]:
    found: set[Basic] = set().union(*(e.free_symbols for e in lines))
    relations = (c.free_symbols for c in given.facts if isinstance(c, Relational))
    return {s for s in found.union(*relations) if isinstance(s, Symbol) and s.is_real}


def _draw(given: Given, symbols: list[Basic], random: Random, scale: Rational) -> dict[Expr, Expr]:
    """A point drawn in the chart, so that bounds hold by construction; whole numbers are rounded down.

    Now and then the numbers are drawn smaller, for the sake of conditions such as q₁ + q₂ ≤ 1.
    """
    chart, _ = given.chart
    free = set().union(*(chart.get(s, s).free_symbols for s in symbols)) if symbols else set()
    drawn = {s: _drawn(s, random, scale) for s in sorted(free, key=str)}
    point = {s: chart.get(s, s).xreplace(drawn) for s in symbols}
    point = {s: Rational(int(v)) if s.is_integer else v for s, v in point.items()}
    return {s: given.reduce(s).xreplace(point) for s in symbols}


def _drawn(s: Basic, random: Random, scale: Rational) -> Rational:
    value = _domain(s).sample(random)
    return value if s.is_integer else -value * scale if s.is_nonpositive else value * scale


def _domain(s: Basic) -> Domain:
    if s.is_integer:
        return Natural()
    return Positive() if s.is_nonnegative or s.is_nonpositive else Real()


def _holds(fact: Basic, point: dict[Expr, Expr], given: Given) -> bool:
    """Whether a fact holds at a point; one about arbitrary laws, whether the others do not contradict it."""
    if not isinstance(fact, Relational):
        return fact != false
    here = fact.xreplace(point)
    if not isinstance(here, Relational):
        return bool(here == true)
    gap = here.lhs - here.rhs
    if isinstance(fact, Eq):
        return gap.expand() == 0 or bool(gap.atoms(Term))
    signs = Given(given.facts - {fact}).signs(fact.lhs - fact.rhs) if gap.atoms(Term) else Given().signs(gap)
    possible = {">": {1}, ">=": {0, 1}, "<": {-1}, "<=": {-1, 0}, "!=": {-1, 1}}[here.rel_op]
    return bool(signs & possible) if gap.atoms(Term) else signs <= possible
