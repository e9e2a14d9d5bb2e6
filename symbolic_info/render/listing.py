"""A joint table as it is shown: its variables, and each outcome with its probability."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Expr, Symbol

from ..language.distribution import laws_in
from ..language.joint import Outcomes
from .assumptions import Printers
from .prose import Formula

CHANCE = "probability"


@dataclass(frozen=True)
class Listing:
    """The names of the variables, and rows of their values with a probability at the end."""

    names: tuple[Formula, ...]
    rows: tuple[tuple[Formula, ...], ...]


def listings(lines: Iterable[Expr], show: Printers) -> tuple[Listing, ...]:
    """The listed joint laws of which some lines speak."""
    laws = dict.fromkeys(law for line in lines for law in laws_in(line) if isinstance(law, Outcomes))
    return tuple(_listing(law, show) for law in laws)


def _listing(law: Outcomes, show: Printers) -> Listing:
    names = tuple(show.show(Symbol(str(name))) for name in law.coordinates)
    return Listing(names, tuple(tuple(map(show.show, row)) for row in law.args[1]))


def text(table: Listing) -> list[str]:
    """Rows of one width, a bar before the probabilities."""
    rows = [[f.text for f in row] for row in ((*table.names, Formula(CHANCE, CHANCE)), *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    made = [
        "  ".join(cell.rjust(w) for cell, w in zip(row[:-1], widths, strict=False)) + " │ " + row[-1] for row in rows
    ]
    line = "─" * (len(made[0]) - widths[-1] - 2) + "┼" + "─" * (widths[-1] + 1)
    return [made[0], line, *made[1:]]


def latex(table: Listing) -> str:
    """A tabular, in the middle of the page."""
    head = " & ".join([*(f"${name.latex}$" for name in table.names), CHANCE])
    rows = "".join(" & ".join(f"${cell.latex}$" for cell in row) + r" \\" + "\n" for row in table.rows)
    columns = "c" * len(table.names)
    inside = f"\\begin{{tabular}}{{{columns}|c}}\n{head} \\\\ \\hline\n{rows}\\end{{tabular}}"
    return f"\\begin{{center}}\n\\renewcommand{{\\arraystretch}}{{1.3}}\n{inside}\n\\end{{center}}"


def markdown(table: Listing) -> str:
    """A table of Markdown."""
    head = [*(f"${name.latex}$" for name in table.names), CHANCE]
    rows = [head, [":-:"] * len(head), *([f"${cell.latex}$" for cell in row] for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
