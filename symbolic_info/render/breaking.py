"""Where a long LaTeX formula may break, and about how long it is."""

from __future__ import annotations

import re

from .prose import pieces

_HALF = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_FRACTION = re.compile(rf"\\frac{_HALF}{_HALF}")


def broken(latex: str, limit: int, longest: int = 0) -> list[str]:
    """A formula in rows of about `limit` letters, broken before a + or − outside brackets.

    A term of more than `longest` letters (`limit` unless said) is broken inside its brackets too.
    """
    rows: list[str] = []
    for term in pieces(latex):
        for piece in [term] if visible(term) <= (longest or limit) else pieces(_loose(term), 1):
            if rows and visible(rows[-1]) + visible(piece) <= limit:
                rows[-1] += " " + piece
            else:
                rows.append(piece)
    return rows


def _loose(term: str) -> str:
    """The outer brackets in a fixed size, so that a row may end between them."""
    first, last = term.find(r"\left"), term.rfind(r"\right")
    if first < 0:
        return term
    return rf"{term[:first]}\Bigl{term[first + 5 : last]}\Bigr{term[last + 6 :]}"


def visible(latex: str) -> int:
    """About how many letters wide a formula is; of a fraction, the wider of its halves."""
    before = ""
    while before != latex:
        before, latex = latex, _FRACTION.sub(lambda m: max(m[1], m[2], key=len), latex)
    latex = re.sub(r"\\(operatorname|mathrm|text|mathcal|left|right|Bigl|Bigr|begin|end)\*?|[_^]|\\,", "", latex)
    signs = latex.count(" + ") + latex.count(" - ") + latex.count(r"\int") + latex.count(r"\sum")
    latex = re.sub(r"\\[A-Za-z]+", "x", re.sub(r"\\(log|max|min|lim)\b", "log", latex))
    return len(re.sub(r"[{} ]", "", latex)) + 2 * signs
