"""Matrices and vectors in LaTeX: rows and columns between \\begin and \\end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..language.bounds import Unreadable
from ..language.information import Grid
from .pieces import Piece

if TYPE_CHECKING:
    from .scan import Scanner

_BEGIN = re.compile(r"\\begin\{([a-zA-Z]*)\*?\}(?:\{[lcr|]*\})?")
_MARK = re.compile(r"\\begin|\\end|\\\\|[{}&]|\\.")
LAYOUT = re.compile(r"\\(?:begin|end)\{(?:aligned|align|split|gathered|gather|equation|displaymath)\*?\}")
MATRICES = {"matrix", "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "smallmatrix", "array", "psmallmatrix"}
MAX_CELLS = 64


def matrix(scanner: Scanner) -> Piece:
    """The matrix that begins at the scanner's place."""
    text, at = scanner.text, scanner.at
    begin = _BEGIN.match(text, at, scanner.end)
    if begin is None or begin[1] not in MATRICES:
        raise scanner.refuse("this surrounding is not understood", at, ("a matrix",))
    rows: list[list[tuple[int, int]]] = [[]]
    depth, cell = 0, begin.end()
    for m in _MARK.finditer(text, begin.end(), scanner.end):
        if m[0] == "\\end" and depth == 0:
            rows[-1].append((cell, m.start()))
            return _made(scanner, rows, at, text.index("}", m.end()) + 1)
        if m[0] in ("\\begin", "{"):
            depth += 1
        elif m[0] in ("\\end", "}") and depth:
            depth -= m[0] == "}" or 1
        elif depth == 0 and m[0] in ("&", "\\\\"):
            rows[-1].append((cell, m.start()))
            cell = m.end()
            rows += [[]] if m[0] != "&" else []
    raise Unreadable("this matrix is never ended", text, at, ["\\end"])


def _made(scanner: Scanner, rows: list[list[tuple[int, int]]], at: int, end: int) -> Piece:
    kept = [row for row in rows if len(row) > 1 or scanner.text[slice(*row[0])].strip()]
    if sum(map(len, kept)) > MAX_CELLS or not kept or len({len(row) for row in kept}) > 1:
        raise scanner.refuse(f"a matrix has rows of one length, and at most {MAX_CELLS} cells", at)
    return scanner.piece("TERM", end - at, Grid(*(tuple(scanner.inner(cell) for cell in row) for row in kept)))
