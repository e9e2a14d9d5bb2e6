"""From text to statements and facts: a bounded grammar of its own, with the place of whatever cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree

from ..language.bounds import Unreadable
from ..language.grammar import parsed, position
from .names import name_of
from .sides import combination
from .statement import Fact, Function, Group, Independent, Markov, Statement

MAX_VARIABLES = 8
MAX_FACTS = 60
RELATIONS = {"EQUALS": "=", "LE": "<=", "GE": ">="}
# Between two statements: a line, a semicolon, "and", LaTeX's line break; a comma only after a whole relation.
_BETWEEN = re.compile(r"\n|\\\\|(?<!\\)[;,](?:\s*\\q?quad)?|\band\b|\\text\{\s*and\s*\}|\\land(?![a-zA-Z])")
_WORDS = {
    "NAME": "a name", "NUMBER": "a number", "_OPEN": "(", "_CLOSE": ")", "_COMMA": "a comma", "_SEMICOLON": ";",
    "_BAR": "|", "EQUALS": "=", "LE": "<=", "GE": ">=", "ARROW": "->", "PLUS": "an operator", "$END": "the end",
}  # fmt: skip


@cache
def _parser() -> Lark:
    text = files(__package__).joinpath("statements.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start="item", propagate_positions=True)


def read(text: str, given: Sequence[str] = ()) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The statements in a text and the facts in others; Unreadable, with the place, for what is neither."""
    found = tuple(tuple(facts_in(t)) for t in (text, *given))
    if sum(map(len, found)) > MAX_FACTS:
        raise Unreadable(f"more than {MAX_FACTS} statements and facts", text, 0)
    _few_variables((text, *given), found)
    statements, *facts = found
    return statements, tuple(f for fs in facts for f in fs)


def facts_in(text: str) -> list[Fact]:
    """All statements of a text, one or several."""
    return [f for start, end in _pieces(text) for f in _facts(text, start, end)]


def _few_variables(texts: Sequence[str], found: Sequence[tuple[Fact, ...]]) -> None:
    known: set[str] = set()
    for text, facts in zip(texts, found, strict=True):
        new = frozenset[str]().union(*(f.variables for f in facts)) - known
        for token in _names(text):
            if (name := name_of(token)) in new and name not in known:
                known.add(name)
                if len(known) > MAX_VARIABLES:
                    message = f"{name} is variable {MAX_VARIABLES + 1}: at most {MAX_VARIABLES} variables are decided"
                    raise Unreadable(message, text, token.start_pos or 0)


def _names(text: str) -> Iterator[Token]:
    for start, end in _pieces(text):
        tree = _tree(text, start, end)
        yield from sorted(
            tree.scan_values(lambda t: isinstance(t, Token) and t.type == "NAME"), key=lambda t: t.start_pos or 0
        )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each statement begins and ends: separators outside brackets, and commas only between relations."""
    start = 0
    for found in _BETWEEN.finditer(text):
        before = text[start : found.start()]
        if before.count("(") + before.count("{") > before.count(")") + before.count("}"):
            continue
        if found.group()[0] == "," and not _related(before):
            continue
        if before.strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip() or start == 0:
        yield start, len(text)


def _related(text: str) -> bool:
    return bool(re.search(r"[=<>≤≥]|\\[lg]e", text.replace("->", ""))) and "(" in text


def _tree(text: str, start: int, end: int) -> Any:
    """The tree of a piece, with places in the whole text."""
    try:
        return parsed(_parser(), " " * start + text[start:end], "item", _WORDS)
    except Unreadable as why:
        raise Unreadable(_plainly(why, text), text, why.position, why.expected) from None


def _plainly(why: Unreadable, text: str) -> str:
    rest = text[why.position :]
    if rest.startswith(("^", "**")):
        return "a power is not linear in entropies"
    if re.match(r"<(?![=-])|>(?!=)|!=|≠|\\(lt|gt|neq?)(?![a-zA-Z])", rest):
        return "only =, <= and >= are decided"
    return why.message


def _facts(text: str, start: int, end: int) -> Iterator[Fact]:
    tree = _tree(text, start, end)
    kind, parts = tree.data, list[Any](tree.children)
    if kind == "compared":
        sides = [combination(p, text) for p in parts[::2]]
        signs = [RELATIONS[sign.type] for p in parts[1::2] for sign in p.children]
        for left, sign, right in zip(sides, signs, sides[1:], strict=False):
            yield Statement(left, sign, right)
    elif kind == "markov":
        chain = tuple(group_of(p) for p in parts if isinstance(p, Tree))
        if len(chain) < 3:
            raise Unreadable("a Markov chain has at least three parts", text, position(parts[-1]), ["->"])
        yield Markov(chain)
    elif kind == "independent":
        *groups, given = (p for p in parts if not isinstance(p, Token))
        yield Independent(tuple(map(group_of, groups)), group_of(given) if given is not None else ())
    elif kind == "function":
        of, _, name, arguments = parts
        yield Function(group_of(of), group_of(arguments), name_of(name))
    else:
        yield _predicate(parts[0], text)


def _predicate(call: Any, text: str) -> Fact:
    name, groups, given = call.children
    if name_of(name).lower() not in ("indep", "independent"):
        raise Unreadable("a relation is wanted", text, len(text.rstrip()), ["=", "<=", ">="])
    made = tuple(map(group_of, groups.children))
    if len(made) < 2:
        raise Unreadable("independence is of two groups or more, as in indep(X;Y)", text, position(groups), [";"])
    return Independent(made, group_of(given) if given is not None else ())


def group_of(node: Any) -> Group:
    """The names of a group, each once."""
    return tuple(dict.fromkeys(map(name_of, node.children)))
