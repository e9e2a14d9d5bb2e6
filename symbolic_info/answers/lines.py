"""A derivation written line by line: the first line that does not follow, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, Tuple

from ..language.binder import Term
from ..language.bounds import Unreadable
from ..language.operators import ArgMax, ArgMin, Maximum, Minimum
from .around import statements
from .closing import BROKEN, closed
from .context import Asked
from .decide import Decision, decide
from .laws import Laws
from .reading import Reading, read

MAX_LINES = 60


@dataclass(frozen=True)
class Line:
    """What was found of a line: a decision, or that it could not be read; what it is compared as.

    `neutral`: it says no value of the quantity, but a condition such as f′(p) = 0.
    """

    decision: Decision
    reading: Reading | None = None
    value: Any = None
    neutral: bool = False


def checked(asks: Asked, texts: Sequence[str]) -> list[Line]:
    """Every line against the quantity that is asked for; against the first line where that is not known.

    A line that is an equation of its own (E[X] = 1/λ) is compared with itself.
    """
    laws = Laws(asks.term, asks.unit.size) if asks.term is not None else None
    inside = replace(asks, names=replace(asks.names, laws=laws if laws is not None and laws.all else None))
    return [_line(inside, text) for text in texts]


def _line(asks: Asked, text: str) -> Line:
    """A line; one with several equations, H(X) = 1, H(Y) = 1, is as good as the worst of them."""
    parts = statements(text)
    if len(parts) == 1:
        return _one(asks, text)
    ranks = ("refuted", "unreadable", "unclear", "numeric", "proved")
    return min((_one(asks, part) for part in parts), key=lambda line: ranks.index(line.decision.how))


def _one(asks: Asked, text: str) -> Line:
    try:
        reading = read(text, asks.names, unit=asks.unit.size)
    except Unreadable as why:
        return Line(Decision("unreadable", reason=str(why)))
    try:
        return _compared(asks, reading)
    except BROKEN as why:
        return Line(Decision("unclear", reason=f"the judging broke down: {type(why).__name__}"), reading)


def _compared(asks: Asked, reading: Reading) -> Line:
    laws = asks.names.laws
    members = [m for m in (*reading.chain, reading.expression) if m is not None]
    if reading.sign not in (None, "=", "≈"):
        return Line(Decision("unclear", reason="an inequality is not judged in a chain of equations"), reading)
    if not all(isinstance(m, Expr) and not isinstance(m, Tuple) for m in (*members, asks.reference)):
        return Line(Decision("unclear", reason="a line of another kind than what is asked for"), reading)
    values = [closed(m, asks.given, laws) for m in members]
    found = [decide(asks.reference, v, asks.given) for v in values]
    if found[-1].how == "refuted":
        found[-1] = _otherwise(asks, reading) or found[-1]
    worst = next((d for d in found if d.how == "refuted"), None)
    if worst is None:
        return Line(max(found, key=lambda d: ("proved", "numeric", "unclear").index(d.how)), reading, values[-1])
    if len(values) > 1 and found[0].how == "refuted" and members[0].atoms(Term):
        aside = [decide(values[0], v, asks.given) for v in values[1:]]
        if values[-1] == 0 and aside[-1].how == "refuted":  # f′(p) = g(p) = 0 is to be solved
            aside, condition = aside[:-1], Decision("unclear", reason="a condition, which is not judged")
            if all(d.how != "refuted" for d in aside):
                return Line(condition, reading, neutral=True)
        worst = next((d for d in aside if d.how == "refuted"), None)
        if worst is None:
            return Line(replace(aside[-1], reason="an equation by itself"), reading, None)
    place = _place(asks, reading)
    if place is not None:
        return Line(place, reading)
    return Line(worst, reading, values[found.index(worst)] if worst in found else None)


def _place(asks: Asked, reading: Reading) -> Decision | None:
    """p = 1/2 beside a maximum over p: whether the maximum is there; None for other lines."""
    if not isinstance(asks.term, Maximum | Minimum) or reading.left_value is None or reading.chain:
        return None
    if str(reading.left_value) != asks.term.variable.name or not isinstance(reading.expression, Expr):
        return None
    head = ArgMax if isinstance(asks.term, Maximum) else ArgMin
    where = closed(head(*asks.term.args), asks.given, asks.names.laws)
    if where.atoms(Term):
        return Decision("unclear", reason="the place of the extremum is not known")
    return decide(where, reading.expression, asks.given)


def _otherwise(asks: Asked, reading: Reading) -> Decision | None:
    """Another meaning of an ambiguous line, or its decimals taken as rounded."""
    from .decimals import rounded

    for other in reading.others:
        found = decide(asks.reference, closed(other, asks.given, asks.names.laws), asks.given)
        if found.right:
            return found
    return rounded(asks.reference, reading, asks.given) if reading.rounded is not None else None


def first_wrong(lines: Sequence[Line]) -> int | None:
    return next((i for i, line in enumerate(lines) if line.decision.how == "refuted"), None)


def healed(lines: Sequence[Line], wrong: int) -> int | None:
    """The first line after a wrong one that is right again."""
    return next((i for i in range(wrong + 1, len(lines)) if lines[i].decision.right), None)
