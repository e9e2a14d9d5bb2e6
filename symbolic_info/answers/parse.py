"""From terminals to a tree, by the grammar; its errors in human words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken
from lark.lexer import Lexer

from ..language.bounds import Unreadable, measure

_WORDS = {
    "NUMBER": "a number",
    "NAME": "a name",
    "OPEN": "(",
    "CLOSE": ")",
    "END": "}",
    "RIGHT_BAR": "|",
    "COMMA": "a comma",
    "TIMES": "an operator",
    "DIFFERENTIAL": "dx",
    "$END": "the end",
}


class _Given(Lexer):
    """The terminals are there already."""

    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, data: Any, parser_state: Any = None) -> Iterator[Token]:
        yield from data


@cache
def _parser() -> Lark:
    text = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer=_Given)


def tree(tokens: list[Token], text: str) -> Tree[Token]:
    """The tree of the terminals of a text; Unreadable with the place and what was expected."""
    if not tokens:
        raise Unreadable("there is nothing to read", text, 0, ["a formula"])
    data: Any = tokens
    try:
        made = _parser().parse(data)
    except UnexpectedToken as why:
        ended = why.token.type == "$END"
        place = (tokens[-1].end_pos or len(text)) if ended else why.token.start_pos or 0
        message = "the text ends too early" if ended else f"unexpected {str(why.token)[:30]!r}"
        expected = [w for k, w in _WORDS.items() if k in (why.accepts or why.expected)]
        raise Unreadable(message, text, place, expected) from None
    except UnexpectedInput:
        raise Unreadable("this cannot be read", text, 0) from None
    measure(made, text)
    return made
