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


_GROUPING = re.compile(r"\\left(?![a-z])|\\right(?![a-z])|\\[{}]|[{}]")


def _loose(term: str) -> str:
    """The outer brackets in a fixed size, so that a row may end between them; those in a fraction or index stay."""
    made, end, braces, depth = "", 0, 0, 0
    for sign in _GROUPING.finditer(term):
        word = sign[0]
        braces += {"{": 1, "}": -1}.get(word, 0)
        if braces == 0 and word in (r"\left", r"\right"):
            depth += 1 if word == r"\left" else -1
            if depth == (1 if word == r"\left" else 0):
                made += term[end : sign.start()] + (r"\Bigl" if word == r"\left" else r"\Bigr")
                end = sign.end()
    return made + term[end:]


def visible(latex: str) -> int:
    """About how many letters wide a formula is; of a fraction, the wider of its halves."""
    before = ""
    while before != latex:
        before, latex = latex, _FRACTION.sub(lambda m: max(m[1], m[2], key=len), latex)
    latex = re.sub(r"\\(operatorname|mathrm|text|mathcal|left|right|Bigl|Bigr|begin|end)\*?|[_^]|\\,", "", latex)
    signs = latex.count(" + ") + latex.count(" - ") + latex.count(r"\int") + latex.count(r"\sum")
    latex = re.sub(r"\\[A-Za-z]+", "x", re.sub(r"\\(log|max|min|lim)\b", "log", latex))
    return len(re.sub(r"[{} ]", "", latex)) + 2 * signs
