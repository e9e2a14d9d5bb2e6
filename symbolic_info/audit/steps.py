"""The audit of a derivation: each line against its neighbour, and the claim, in numbers from the definitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from flint import arb
from sympy import Expr

from ..exact.given import Given
from ..kernel.derivation import Derivation
from ..language.distribution import laws_in
from ..language.operators import Extremum, Integral, Limit, Sum
from ..language.support import Integers, Interval, Region
from ..language.terms import KL, CrossEntropy
from .compare import INFINITE, Disagreement, compared, shown
from .divergent import endless
from .information import cells
from .instances import is_abstract
from .interval import enclosure
from .laws import support_of
from .numeric import CannotEvaluate, Numbers, evaluated, numbers, reached
from .peer import agrees
from .points import Search

PATIENCE = 0.6  # seconds for the points after the second
FEWEST = 2
_GUARD = 4  # digits beyond those asked for, so that a comparison does not lose the last one


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    points: at how many admissible points; digits: on how many all compared lines agree at each (decimal
    places, relative where a value is above 1), None where nothing could be compared; against: what the lines
    were evaluated from; ok: nothing disagreed; reason: where it did, or what could not be run; samples: the
    points with the value of the last line; lines_checked: how many lines had a value; certain: every
    comparison of the first with the last line is of balls that rest on no estimate; mpmath: at how many points
    the last line, a closed form, was evaluated by flint and by mpmath with the same result; no_instance: the
    assumptions were false of every instance, so that the statement may be vacuous; infinite: all values that
    were compared are infinite.
    """

    points: int
    digits: int | None
    against: str
    ok: bool
    reason: str = ""
    samples: tuple[tuple[dict[Any, Any], str], ...] = ()
    lines_checked: int = 0
    certain: bool = False
    mpmath: int = 0
    no_instance: bool = False
    infinite: bool = False


def audit(theorem: Any, *, points: int = 5, digits: int = 30, seed: int = 0) -> Audit:
    """Audit a theorem (anything with a `derivation`) at random admissible points."""
    derivation: Derivation = theorem.derivation
    relations = [s.relation for s in derivation.steps]
    return audit_lines(derivation.lines, relations, derivation.given, points=points, digits=digits, seed=seed)


def audit_lines(
    lines: Sequence[Expr],
    relations: Sequence[str],
    given: Given | None = None,
    *,
    points: int = 5,
    digits: int = 30,
    seed: int = 0,
) -> Audit:
    """Audit a chain: `relations[i]` stands between `lines[i]` and `lines[i + 1]`."""
    against = method(lines)
    agreed: list[int] = []
    samples: list[tuple[dict[Any, Any], str]] = []
    missing: dict[int, str] = {}
    seen: set[int] = set()
    certain = True
    peers = 0
    search = Search(lines, given or Given(), points, seed)
    start = perf_counter()
    for number, (point, here) in enumerate(search):
        if number >= FEWEST and perf_counter() - start > PATIENCE:
            break
        at, columns = numbers(digits + _GUARD), []
        try:
            for column in zip(*map(cells, here), strict=True):  # one column, but for a matrix
                columns.append(_compared(column, relations, at, digits))
        except Disagreement as wrong:
            place = ", ".join(f"{k} = {v}" for k, v in point.items())
            reason = f"{wrong} at {place}" if place else str(wrong)
            return Audit(number + 1, None, against, False, reason, tuple(samples), len(seen))
        for one in columns:
            agreed += one.agreed
            missing.update(one.absent)
            seen.update(one.values)
        peers += all(one.peer for one in columns)
        values = columns[0].values
        if len(values) > 1:
            samples.append((point, shown(values[max(values)], digits) if len(columns) == 1 else ""))
        sure = len(columns) == 1 and all(enclosure(here[i]) is not None for i in (0, -1))
        certain = certain and sure and not columns[0].absent
    reached_digits = min((a for a in agreed if a < INFINITE), default=None)
    reason = _reason(agreed, missing, search)
    if reached_digits is not None and reached_digits < digits:
        reason = "; ".join(filter(None, (f"only {reached_digits} of {digits} digits were reached", reason)))
    sure, found = certain and bool(agreed), tuple(samples)
    infinite = bool(agreed) and min(agreed) >= INFINITE
    return Audit(
        len(found), reached_digits, against, True, reason, found, len(seen), sure, peers, search.no_instance, infinite
    )


@dataclass(frozen=True)
class _Compared:
    """A column of numbers, one a line, that stand in their relations: how far they agree, and what had no value."""

    values: dict[int, arb]
    absent: dict[int, str]
    agreed: list[int]
    peer: bool


def _compared(lines: Sequence[Expr], relations: Sequence[str], at: Numbers, digits: int) -> _Compared:
    """The lines evaluated and compared, the last also with mpmath; or raise Disagreement."""
    values, absent = _values(lines, at, digits)
    last = len(lines) - 1
    same = agrees(lines[last], values[last], digits) if last in values else None
    agreed = compared(values, relations, lines)
    if same is False:
        raise Disagreement((last, last), "the same to mpmath as", (shown(values[last], 25), str(lines[last])), False)
    return _Compared(values, absent, agreed, same is True)


def _reason(agreed: list[int], missing: dict[int, str], search: Search) -> str:
    """What was left out, and why."""
    notes = "; ".join(f"line {i + 1}: {why}" for i, why in sorted(missing.items()))
    if not agreed:
        if not search.found:
            notes = search.why
        return f"could not run: {notes or 'there is nothing to compare'}"
    if min(agreed) >= INFINITE:
        return f"infinite by definition: {_why_infinite(search.lines)}"
    return f"not counted: {notes}" if notes else ""


def _why_infinite(lines: Sequence[Expr]) -> str:
    if any(e.has(Limit) for e in lines):
        return "the values next to the limit grow without end"
    if len(lines) == 2 and isinstance(lines[0], KL | CrossEntropy):
        return "the first law puts mass where the second has none"
    return "towards an end of the support the integrand falls too slowly"


def _values(lines: Sequence[Expr], at: Numbers, digits: int) -> tuple[dict[int, arb], dict[int, str]]:
    values: dict[int, arb] = {}
    absent: dict[int, str] = {}
    for i, e in enumerate(lines):
        try:
            found = (endless(e, at) if lines[-1].is_infinite else None) or evaluated(e, digits + _GUARD, at)
        except CannotEvaluate as why:
            absent[i] = why.reason
            continue
        if found.is_finite() and reached(found) < 6:
            absent[i] = f"only {max(reached(found), 0)} digits were reached"
        else:
            values[i] = found
    return values, absent


def method(lines: Sequence[Expr]) -> str:
    """What the lines are evaluated from, in words."""
    laws = [law for e in lines for law in laws_in(e)]
    if is_abstract(lines):
        return "random instances of the laws" if laws else "random instances"
    at = numbers(8)
    supports = []
    for law in laws:
        try:
            supports.append(support_of(law, at))
        except (CannotEvaluate, TypeError, ValueError):
            continue
    ways = []
    if any(isinstance(s, Interval) for s in supports) or any(e.has(Integral) for e in lines):
        ways.append("quadrature of the definition")
    if any(isinstance(s, Region) for s in supports):
        ways.append("cubature of the definition")
    if any(isinstance(s, Integers) and s.high.is_infinite for s in supports):
        ways.append("summation of the definition")
    elif not ways and (supports or any(e.has(Sum) for e in lines)):
        ways.append("finite sum of the definition")
    if any(e.has(Limit) for e in lines):
        ways.append("values next to the limit")
    if any(e.atoms(Extremum) for e in lines):
        ways.append("search for the extremum")
    return ", ".join(ways) or "evaluation of both sides"
