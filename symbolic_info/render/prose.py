"""Words with formulas in them: what every format weaves together in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Formula:
    """A formula as it is shown, in LaTeX and in one line of Unicode, and spelled in the question language."""

    latex: str
    text: str
    spelling: str = ""


@dataclass(frozen=True)
class Link:
    """A cited theorem, by name."""

    target: str
    words: str


Prose = tuple[str | Formula | Link, ...]

RELATIONS = {
    "=": Formula("=", "=", "="),
    "<=": Formula(r"\le", "≤", "<="),
    ">=": Formula(r"\ge", "≥", ">="),
    "<": Formula("<", "<", "<"),
    ">": Formula(">", ">", ">"),
}


def woven(
    prose: Prose,
    words: Callable[[str], str],
    formula: Callable[[Formula], str],
    link: Callable[[Link], str] | None = None,
) -> str:
    """The prose in a format that says how it writes words, formulas and links."""
    made = ""
    for piece in prose:
        if isinstance(piece, Formula):
            made += formula(piece)
        elif isinstance(piece, Link):
            made += link(piece) if link is not None else words(piece.words)
        else:
            made += words(piece)
    return made


def spoken(prose: Prose) -> str:
    """The prose in plain text."""
    return woven(prose, str, lambda f: f.text)


def listed(items: tuple[Formula, ...]) -> Prose:
    """Formulas with commas between them."""
    made: Prose = ()
    for i, item in enumerate(items):
        made += (", ", item) if i else (item,)
    return made


_SPLIT = re.compile(r" (?=[+−-] )")
_DEEP = 100  # a brace is deeper than any number of brackets: nothing breaks inside a fraction or an index
_ENVIRONMENT = re.compile(r"\\(begin|end)\b")  # nor inside a matrix
_DEPTH = {"(": 1, "[": 1, "{": _DEEP, ")": -1, "]": -1, "}": -_DEEP}


def pieces(formula: str, inside: int = 0) -> list[str]:
    """The terms of a sum, each with its sign: where a line may break, outside brackets (or `inside` so many)."""
    made, start, depth = [], 0, 0
    for i, character in enumerate(formula):
        if character == "\\" and (word := _ENVIRONMENT.match(formula, i)) is not None:
            depth += _DEEP if word[1] == "begin" else -_DEEP
        elif character in _DEPTH:
            depth += _DEPTH[character]
        elif depth <= inside and i and _SPLIT.match(formula, i):
            made.append(formula[start:i])
            start = i + 1
    return [*made, formula[start:]]


def terms(formula: str, limit: int) -> list[str]:
    """The pieces, and the pieces of a bracket where one is longer than the limit."""
    return [p for piece in pieces(formula) for p in (pieces(piece, 1) if len(piece) > limit else [piece])]
