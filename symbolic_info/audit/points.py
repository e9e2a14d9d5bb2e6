"""Where a derivation is audited: admissible rational points, definite laws for arbitrary ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from sympy import Basic, Eq, Expr, Gt, Lt, Ne
from sympy.core.relational import Relational

from ..exact.given import Given
from ..exact.point import admissible_point
from ..language.terms import Covers, Finite, Measured
from .instances import abstract_laws, instances
from .laws import covered
from .numbers import digits_of
from .numeric import CannotEvaluate, numbers

TRIES = 9  # attempts for each point that is wanted


def admissible(
    lines: Sequence[Expr], given: Given, points: int, seed: int
) -> Iterator[tuple[dict[Any, Any], tuple[Expr, ...]]]:
    """Admissible points, with the lines there: symbols by rationals, arbitrary laws by definite ones."""
    abstract = bool(abstract_laws(lines))
    units = {m.args[1] for e in lines for m in e.atoms(Measured)}
    plain = Given(frozenset(c for c in given.facts if not abstract_laws([c])))  # the others choose the instances
    used: set[frozenset[Any]] = set()
    found = 0
    for attempt in range(points * TRIES):
        point = admissible_point(plain, lines, seed=seed + 7919 * attempt)
        if point is None:
            return
        point = {k: v for k, v in point.items() if k not in units}
        here = tuple(e.xreplace(point) for e in lines)
        shown: dict[Any, Any] = dict(point)
        if abstract:
            random = Random(seed + attempt)
            facts = [c.xreplace(point) for c in given.facts]
            made: dict[Basic, Basic] = dict(instances((*here, *facts), attempt, random))
            if not all(_holds(c.xreplace(made)) for c in facts):
                continue
            here = tuple(e.xreplace(made) for e in here)
            shown |= made
        key = frozenset(shown.items())
        if key not in used:
            used.add(key)
            found += 1
            yield shown, here
        if found >= points or not shown:
            return


def _holds(fact: Basic) -> bool:
    """Whether a fact about definite laws holds, as far as numbers can tell; what they cannot tell does not."""
    at = numbers(12)
    try:
        if isinstance(fact, Covers):
            first, second = fact.args
            return covered(first, second, at)
        if isinstance(fact, Finite):
            return bool(at.of(fact.args[0]).is_finite())
        if isinstance(fact, Relational):
            gap = at.of(fact.lhs - fact.rhs)
            if isinstance(fact, Eq):
                return digits_of(gap) >= 9
            if isinstance(fact, Ne):
                return not gap.contains(0)
            sign = -1 if fact.rel_op.startswith("<") else 1
            return bool(sign * gap > 0) or (not isinstance(fact, Gt | Lt) and bool(gap.contains(0)))
    except CannotEvaluate:
        return False
    return True
