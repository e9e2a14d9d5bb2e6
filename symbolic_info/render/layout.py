"""Formulas in two dimensions, for a terminal: fractions are stacked, brackets grow with what they hold.

A formula comes as one line in which a fraction is FRACTION top OVER bottom END.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .prose import terms

FRACTION, OVER, END = "\x01", "\x02", "\x03"
_TALL = {"(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "|": "⎪⎪⎪"}
_PARTNER = {"(": ")", "[": "]"}


@dataclass(frozen=True)
class Box:
    """Rows of one width; `base` is the row in which the line runs."""

    rows: tuple[str, ...]
    base: int = 0

    @property
    def width(self) -> int:
        return len(self.rows[0])


def stacked(line: str) -> tuple[str, ...]:
    """The rows of a formula in two dimensions."""
    box, _ = _sequence(line, 0, "")
    return tuple(row.rstrip() for row in box.rows)


def _sequence(line: str, i: int, until: str) -> tuple[Box, int]:
    """The box of what stands before one of the closing signs, and where that sign stands."""
    parts = [Box(("",))]
    while i < len(line) and line[i] not in until:
        c = line[i]
        if c == FRACTION:
            top, i = _sequence(line, i + 1, OVER)
            bottom, i = _sequence(line, i + 1, END)
            parts.append(_over(top, bottom))
        elif c in _PARTNER:
            inside, i = _sequence(line, i + 1, _PARTNER[c])
            parts += [_grown(c, inside), inside, _grown(_PARTNER[c], inside)]
        else:
            parts.append(Box((c,)))
        i += 1
    return _beside(parts), i


def _over(top: Box, bottom: Box) -> Box:
    width = max(top.width, bottom.width)
    rows = [row.center(width) for row in top.rows] + ["─" * width] + [row.center(width) for row in bottom.rows]
    return Box(tuple(rows), len(top.rows))


def _grown(bracket: str, inside: Box) -> Box:
    height = len(inside.rows)
    if height == 1:
        return Box((bracket,))
    first, middle, last = tuple(_TALL[bracket])
    return Box((first, *(middle for _ in range(height - 2)), last), inside.base)


def _beside(parts: Iterable[Box]) -> Box:
    boxes = list(parts)
    above = max(b.base for b in boxes)
    below = max(len(b.rows) - b.base for b in boxes)
    rows = []
    for i in range(-above, below):
        rows.append("".join(_row(b, b.base + i) for b in boxes))
    return Box(tuple(rows), above)


def _row(box: Box, i: int) -> str:
    return box.rows[i] if 0 <= i < len(box.rows) else " " * box.width


def boxed(rows: Iterable[str]) -> list[str]:
    """Rows in a frame."""
    shown = list(rows)
    inner = max(map(len, shown))
    bar = "─" * (inner + 2)
    return [f"┌{bar}┐", *(f"│ {row.ljust(inner)} │" for row in shown), f"└{bar}┘"]


def folded(formula: str, width: int) -> list[str]:
    """A formula in rows of at most `width`, broken before a + or − where it is too long for one."""
    rows = [""]
    for piece in terms(formula, width - 2):
        if rows[-1] and len(rows[-1]) + 1 + len(piece) > width:
            rows.append("  " + piece)
        else:
            rows[-1] += " " + piece if rows[-1] else piece
    return rows
