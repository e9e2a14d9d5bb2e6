"""What the chapter of the catalogue consists of, in no particular format: pages, a matrix of pairs, formula sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .prose import Formula, Prose
from .solution import Solution

INDEX = "index"  # the name of the page with the matrix


@dataclass(frozen=True)
class Mark:
    """How a status is shown where there is room for one sign: by itself it must be readable without colour."""

    sign: str
    latex: str
    says: str


MARKS = {
    "proved": Mark("✓", r"$\surd$", "a closed form, derived and checked"),
    "infinite": Mark("∞", r"$\infty$", "the divergence is infinite, with the reason"),
    "reduced": Mark("E", "E", "no closed form is known: one expectation is left, and named"),
    "unknown": Mark("?", "?", "not derived"),
    "failed": Mark("✗", r"$\times$", "a check failed"),
}
CONDITIONAL = "′"  # behind a sign: under conditions beyond the domains of the parameters


@dataclass(frozen=True)
class Part:
    """A section of a page: a worked solution, or why there is none."""

    title: str
    status: str
    solution: Solution | None
    reason: str = ""


@dataclass(frozen=True)
class Page:
    """A family or a pair: words, facts in rows, then sections; `near` are names of other pages with their words."""

    name: str
    title: str
    words: str
    rows: tuple[tuple[str, Prose], ...]
    parts: tuple[Part, ...]
    near: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Cell:
    """A pair in the matrix: its status, whether it needs conditions, the result, and those conditions."""

    status: str
    conditions: tuple[Formula, ...] = ()
    result: Formula | None = None

    @property
    def sign(self) -> str:
        return MARKS[self.status].sign + (CONDITIONAL if self.conditions else "")


@dataclass(frozen=True)
class Sheet:
    """A family in the formula sheet: its definition and results; a quantity without a closed form has none."""

    name: str
    law: Formula
    conditions: tuple[Formula, ...]
    support: Formula
    density: Formula
    results: Mapping[str, Cell]


@dataclass(frozen=True)
class Matrix:
    """Families of one measure with all their ordered pairs: the cell at (p, q) is of D(p ‖ q)."""

    title: str
    sheets: tuple[Sheet, ...]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(s.name for s in self.sheets)

    def count(self, status: str) -> int:
        """In how many of the cells that status stands."""
        return sum(c.status == status for c in self.cells.values())


def quantities(sheets: Iterable[Sheet]) -> list[str]:
    """The quantities of all families, in order."""
    return list(dict.fromkeys(word for s in sheets for word in s.results))


def pair_name(p: str, q: str) -> str:
    """The name of the page of D(p ‖ q)."""
    return f"{p}--{q}"


def summary(matrix: Matrix) -> str:
    """How many pairs there are, and how many of each status."""
    counted = ", ".join(f"{n} {status}" for status in MARKS if (n := matrix.count(status)))
    return f"{len(matrix.sheets)} families, {len(matrix.cells)} ordered pairs: {counted}."
