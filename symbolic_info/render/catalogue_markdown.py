"""The chapter of the catalogue as linked pages of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from . import markdown
from .chapter import CONDITIONAL, INDEX, MARKS, Cell, Matrix, Page, Part, Sheet, pair_name, quantities, summary
from .markdown import escaped, inline, prose
from .prose import listed

PAGES = True  # each page is a file
SUFFIX = markdown.suffix


def page(page: Page, book: str) -> str:
    """A family or a pair."""
    return "\n\n".join(_blocks(page, book)) + "\n"


def _blocks(page: Page, book: str) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    if page.words:
        yield escaped(page.words)
    if page.rows:
        rows = [f"| {escaped(word)} | {_in_cell(prose(said))} |" for word, said in page.rows]
        yield "\n".join(["| | |", "| --- | --- |", *rows])
    for part in page.parts:
        yield from _section(part)
    near = [f"[{escaped(words)}]({name}{SUFFIX})" for name, words in page.near]
    yield "---"
    yield " · ".join([*_up(book), f"[The catalogue]({INDEX}{SUFFIX})", *near])


def _up(book: str) -> list[str]:
    return [f"[{escaped(book)}](../index{SUFFIX})"] if book else []


def _section(part: Part) -> Iterator[str]:
    if part.status not in ("proved", "infinite"):
        yield from ([f"## {escaped(part.title)}"] if part.solution is None else [])
        yield f"**{part.status}**: {escaped(part.reason)}"
    if part.solution is not None:
        yield "#" + markdown.render(part.solution).rstrip("\n")


def index(matrices: Sequence[Matrix], book: str, pages: Mapping[str, str]) -> dict[str, str]:
    """The matrix of pairs and the formula sheet, by file name."""
    parts = [
        "# The catalogue",
        *_up(book),
        "The cell in row P and column Q stands for D(P ‖ Q), and leads to its worked solution.",
        "\n".join(f"- {m.sign} {status}: {m.says}" for status, m in MARKS.items()),
        f"{CONDITIONAL} behind a sign: under conditions that the page states.",
    ]
    for m in matrices:
        parts += [f"## {m.title.capitalize()} laws", summary(m), _matrix(m)]
    for m in matrices:
        parts += [f"## {m.title.capitalize()} laws: formulas", _sheets(m.sheets)]
    return {INDEX + SUFFIX: "\n\n".join(parts) + "\n"}


def _matrix(m: Matrix) -> str:
    rows = [[r"P \\ Q", *(f"[{q}]({q}{SUFFIX})" for q in m.names)], ["---"] * (len(m.names) + 1)]
    for p in m.names:
        cells = [f"[{m.cells[p, q].sign}]({pair_name(p, q)}{SUFFIX})" for q in m.names]
        rows.append([f"[{p}]({p}{SUFFIX})", *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _sheets(sheets: Sequence[Sheet]) -> str:
    words = quantities(sheets)
    rows = [["law", "density", "support", *words], ["---"] * (len(words) + 3)]
    for s in sheets:
        law = f"[{escaped(s.name)}]({s.name}{SUFFIX}) {inline(s.law)}"
        own = [_cell(s.results[w]) if w in s.results else "" for w in words]
        rows.append([law, inline(s.density), inline(s.support), *own])
    return "\n".join(f"| {' | '.join(map(_in_cell, row))} |" for row in rows)


def _cell(c: Cell) -> str:
    if c.result is None:
        return c.status
    where = f" where {prose(listed(c.conditions))}" if c.conditions else ""
    return inline(c.result) + where


def _in_cell(text: str) -> str:
    """What stands in a cell of a table, where | would end it."""
    return text.replace(r"\left|", r"\left\vert ").replace(r"\right|", r"\right\vert ").replace("|", r"\vert ")
