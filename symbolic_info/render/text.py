"""A solution for a terminal: one numbered line a step, reasons to the right, or beneath where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from . import listing
from .layout import boxed, folded
from .prose import RELATIONS, listed, spoken, terms

if TYPE_CHECKING:
    from . import Linker
    from .solution import Line, Solution

suffix = ".txt"
_INDENT = 6


def render(solution: Solution, link: Linker | None = None, width: int = 88) -> str:
    """The solution in lines of at most `width` characters, as far as formulas can be broken."""
    return "\n".join(_lines(solution, max(width, 40))) + "\n"


def _lines(solution: Solution, width: int) -> Iterator[str]:
    yield solution.title
    yield "─" * min(len(solution.title), width)
    for paragraph in (spoken(solution.statement), _given(solution), solution.note):
        yield from wrap(paragraph, width)
    for table in solution.tables:
        yield ""
        yield from ("      " + row for row in listing.text(table))
    yield ""
    yield from _broken(solution.start.text, "", width)
    column = _column(solution, width)
    for line in solution.lines:
        yield from _step(line, width, column)
    if solution.aside:
        yield ""
        yield from wrap(spoken(solution.aside), width)
    yield ""
    yield from boxed(_conclusion(solution, width - 4))
    if solution.unit != "nats":
        yield f"in {solution.unit}"
    if solution.equality:
        yield from wrap(spoken(solution.equality), width)
    yield ""
    for check in solution.evidence:
        yield from wrap(f"{check.mark} {check.name}: {spoken(check.words)}", width, subsequent_indent="  ")


def _conclusion(solution: Solution, width: int) -> list[str]:
    """In two dimensions where there is room."""
    if max(map(len, solution.stacked)) <= width:
        return list(solution.stacked)
    return folded(solution.conclusion.text, width)


def _given(solution: Solution) -> str:
    return f"Given {spoken(listed(solution.given))}." if solution.given else ""


def _column(solution: Solution, width: int) -> int | None:
    """Where the reasons stand; None if they do not fit beside the lines."""
    ends = [_INDENT + 2 + len(line.text) for line in solution.lines]
    room = [end for end, line in zip(ends, solution.lines, strict=True) if end + 3 + _spoken(line) <= width]
    column = max(room, default=0) + 3
    return column if room and 2 * len(room) >= len(ends) else None


def _spoken(line: Line) -> int:
    return len(spoken(line.reason))


def _step(line: Line, width: int, column: int | None) -> Iterator[str]:
    mark = f"({line.number})"
    made = list(_broken(line.text, RELATIONS[line.relation].text + " ", width))
    made[0] = f"{mark:>4}  " + made[0][_INDENT:]
    reason = spoken(line.reason)
    if column is not None and len(made) == 1 and max(len(made[0]) + 3, column) + len(reason) <= width:
        yield made[0].ljust(column) + reason
        return
    yield from made
    yield from wrap(reason, width, initial_indent=" " * 10 + "└ ", subsequent_indent=" " * 12)


def _broken(formula: str, sign: str, width: int) -> Iterator[str]:
    """A formula over several lines where it is too long, broken before a + or − outside brackets."""
    here = " " * _INDENT + sign
    fresh = True
    for piece in terms(formula, width - _INDENT - len(sign)):
        if not fresh and len(here) + 1 + len(piece) > width:
            yield here
            here = " " * (_INDENT + 4) + piece
        else:
            here += piece if fresh else " " + piece
        fresh = False
    yield here
