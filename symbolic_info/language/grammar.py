"""From text to a tree: the grammar, and its errors in human words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from .bounds import Unreadable, measure, screen

Node = Tree[Token]

_LETTERS = "αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩϕϵϑϱµ"
_SPELLED = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon
phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega phi epsilon theta rho mu
"""
_GREEK = dict(zip(_LETTERS, _SPELLED.split(), strict=True))
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_WORDS = {
    "NUMBER": "a number",
    "NAME": "a name",
    "_OPEN": "(",
    "_CLOSE": ")",
    "_LIST_OPEN": "[",
    "_LIST_CLOSE": "]",
    "_COMMA": "a comma",
    "_EQUALS": "=",
    "_BARS": "||",
    "RELATION": "a relation such as <=",
    "TIMES": "an operator",  # a sign alone, at the beginning of a term, is not worth a word
    "$END": "the end",
}


@cache
def _parser() -> Lark:
    text = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start=["question", "condition"], propagate_positions=True)


def tree(text: str, start: str = "question") -> Node:
    """The tree of a text, within all bounds, or Unreadable with the place."""
    return parsed(_parser(), text, start, _WORDS)


def parsed(parser: Lark, text: str, start: str, words: Mapping[str, str]) -> Node:
    """The tree that a grammar sees in a text, within all bounds; `words` say what its terminals are called."""
    screen(text)
    try:
        made = parser.parse(text, start=start)
    except UnexpectedCharacters as why:
        place = why.pos_in_stream or 0
        raise Unreadable(f"unexpected {text[place]!r}", text, place, _human(why.allowed or (), words)) from None
    except UnexpectedToken as why:
        ended = why.token.type == "$END"
        place = len(text.rstrip()) if ended else why.token.start_pos or 0
        message = "the text ends too early" if ended else f"unexpected {str(why.token)[:30]!r}"
        raise Unreadable(message, text, place, _human(why.accepts or why.expected, words)) from None
    except UnexpectedInput as why:
        raise Unreadable("this cannot be read", text, why.pos_in_stream or 0) from None
    measure(made, text)
    return made


def position(node: Any) -> int:
    """Where a node begins in the text."""
    if isinstance(node, Token):
        return node.start_pos or 0
    return 0 if node.meta.empty else int(node.meta.start_pos)


def bare(node: Any) -> str | None:
    """The name, if a node is nothing but a name."""
    return plain(node.children[0]) if isinstance(node, Tree) and node.data == "name" else None


def plain(name: Any) -> str:
    """A name in ASCII letters: σ₁ is sigma_1."""
    name = "oo" if name == "∞" else str(name)
    stem = name.rstrip("₀₁₂₃₄₅₆₇₈₉")
    index = name[len(stem) :].translate(_SUBSCRIPTS)
    stem = _GREEK.get(stem[0], stem[0]) + stem[1:].translate(_SUBSCRIPTS)
    stem = "lambda" if stem == "lambda_" else stem
    return f"{stem}_{index}" if index else stem


def superscript(digits: Any) -> str:
    """Raised digits as plain ones."""
    return str(digits).translate(_SUPERSCRIPTS)


def _human(terminals: Any, words: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(word for name, word in words.items() if name in terminals))
