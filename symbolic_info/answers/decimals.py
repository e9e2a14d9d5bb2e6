"""Decimals are right when they are correct to the digits given, and there are enough of them."""

from __future__ import annotations

from flint import arb, ctx
from sympy import Expr

from ..exact.given import Given
from .decide import Decision
from .places import places, symbols_in, value
from .reading import Reading

FEWEST = 2  # digits of a decimal that is the whole answer
FEWEST_INSIDE = 3  # digits of a decimal within a formula
_SLACK = 1 + 1e-6  # half a unit of the last digit, and a rounding of exactly half


def rounded(reference: Expr, reading: Reading, given: Given) -> Decision | None:
    """Whether the answer agrees with the reference when its decimals are taken as rounded; None where it does not."""
    assert reading.rounded is not None
    template, marks = reading.rounded
    coarse = {m: v for m, (v, half) in marks.items() if _digits(v, half) < FEWEST_INSIDE}
    if reading.decimals is not None:
        coarse = {}
        if reading.decimals < FEWEST:
            return None
    template = template.xreplace(coarse)
    kept = {m: marks[m] for m in marks if m not in coarse}
    symbols = symbols_in(reference)
    names = (*symbols_in(reference, template.xreplace({m: v for m, (v, _) in kept.items()})), *kept)
    first, second = value(reference, symbols, 30), value(template, names, 30)
    if first is None or second is None or not kept:
        return None
    points = places(tuple(s for s in names if s not in kept), given, 8)
    agreed = 0
    for point in points:
        with ctx.workprec(128):
            balls = [
                arb(arb(int(kept[s][0].p)) / int(kept[s][0].q), arb(int(kept[s][1].p)) / int(kept[s][1].q) * _SLACK)
                if s in kept
                else arb(int(point[s].p)) / int(point[s].q)
                for s in names
            ]
            correct, yours = first.at(point), arb(second._function(balls))
        if not correct.is_finite() or not yours.is_finite():
            continue
        if not yours.overlaps(correct):
            return None
        agreed += 1
    if not agreed:
        return None
    return Decision("numeric", reason="correct to the digits given")


def _digits(v: object, half: object) -> int:
    """The significant digits of a decimal."""
    return len(str(abs(int(v / (2 * half))))) if v else 1  # type: ignore[operator]
