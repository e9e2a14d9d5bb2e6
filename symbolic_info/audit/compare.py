"""Whether numbers with errors stand in a relation, and on how many digits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from flint import arb
from sympy import Expr

from .interval import enclosure
from .numbers import digits_of
from .numeric import reached

MOST = 60  # more than is ever worked with: exact numbers agree on no more than this
INFINITE = 10_000  # the digits on which two infinities agree


class Disagreement(Exception):
    """Two lines that do not stand in their relation."""

    def __init__(self, places: tuple[int, int], relation: str, values: tuple[str, str], certain: bool) -> None:
        how = "certainly not" if certain else "not"
        said = f"line {places[0] + 1} is {how} {relation} line {places[1] + 1}: {values[0]} and {values[1]}"
        super().__init__(said)


def compared(values: dict[int, arb], relations: Sequence[str], lines: Sequence[Expr] = ()) -> list[int]:
    """The digits on which neighbours, and the first line and the last, agree; or raise Disagreement."""
    places = sorted(values)
    pairs = list(pairwise(places))
    if len(places) > 2:
        pairs.append((places[0], places[-1]))
    found = []
    for i, j in pairs:
        relation = _composed(relations[i:j])
        digits = agreement(values[i], values[j], relation)
        if digits is None:
            balls = [enclosure(lines[k]) for k in (i, j)] if lines else [None, None]
            sure = all(b is not None for b in balls) and agreement(balls[0], balls[1], relation) is None
            raise Disagreement((i, j), relation, (shown(values[i], 25), shown(values[j], 25)), sure)
        found.append(digits)
    return found


def agreement(a: Any, b: Any, relation: str) -> int | None:
    """On how many digits `a relation b` holds; None where it does not.

    An inequality holds when the gap has the right sign, or is zero within the error.
    """
    if not (a.is_finite() and b.is_finite()):
        sign = _sign(b) - _sign(a)
        right = sign == 0 if relation == "=" else sign >= 0 if relation[0] == "<" else sign <= 0
        return INFINITE if right else None
    sure = min(reached(a), reached(b))
    close = digits_of((a - b) / max(abs(a).mid(), abs(b).mid(), arb(1)))
    if close >= sure - 2:
        return min(close, sure, MOST)
    if relation == "=":
        return None
    right = a < b if relation[0] == "<" else a > b
    return min(sure, MOST) if right else None


def _sign(a: arb) -> int:
    return 0 if a.is_finite() else 1 if a > 0 else -1


def _composed(relations: Sequence[str]) -> str:
    """What follows for the ends of a chain."""
    found = [r for r in relations if r != "="]
    return next((r for r in found if len(r) == 1), found[0] if found else "=")


def shown(a: arb, digits: int) -> str:
    if not a.is_finite():
        return "∞" if a > 0 else "−∞"
    if a.contains(0):
        return "0"
    text: str = a.mid().str(digits, radius=False)
    return text
