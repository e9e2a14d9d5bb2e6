"""A solution in Markdown for Jupyter Book and MkDocs; formulas in $…$ and $$…$$, readable without them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import listing
from .prose import RELATIONS, Formula, Link, Prose, listed, woven

if TYPE_CHECKING:
    from . import Linker
    from .solution import Solution

suffix = ".md"


def escaped(words: str) -> str:
    """Words in which nothing is markup."""
    return re.sub(r"([\\`*_{}\[\]<>#$|&])", r"\\\1", words)


def prose(words: Prose, link: Linker | None = None) -> str:
    """Words, formulas and links in a paragraph."""

    def linked(piece: Link) -> str:
        target = link(piece.target) if link is not None else None
        shown = escaped(piece.words)
        return f"[{shown}]({target})" if target else shown

    return woven(words, escaped, inline, linked)


def inline(f: Formula) -> str:
    """A formula in a paragraph."""
    return f"${f.latex}$"


def render(solution: Solution, link: Linker | None = None) -> str:
    """The solution as a section."""
    blocks = [f"# {escaped(solution.title)}", prose(solution.statement)]
    if solution.given:
        blocks.append(f"**Given** {prose(listed(solution.given))}.")
    if solution.note:
        blocks.append(escaped(solution.note))
    blocks += map(listing.markdown, solution.tables)
    blocks.append(_display(solution.start.latex))
    for line in solution.lines:
        blocks.append(f"({line.number}) by {prose(line.reason, link)}:")
        blocks.append(_display(f"{RELATIONS[line.relation].latex} {line.latex}"))
    if solution.aside:
        blocks.append(prose(solution.aside))
    unit = f" ({solution.unit})" if solution.unit != "nats" else ""
    blocks += [f"**Result**{unit}", _display(rf"\boxed{{{solution.conclusion.latex}}}")]
    if solution.equality:
        blocks.append(prose(solution.equality))
    blocks.append("\n".join(f"- {c.mark} *{escaped(c.name)}*: {prose(c.words, link)}" for c in solution.evidence))
    return "\n\n".join(blocks) + "\n"


def _display(latex: str) -> str:
    return f"$$\n{latex}\n$$"
