"""What an answer says: its expression, unit, left-hand side, chain and decimals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic, Eq, Expr, Ge, Gt, Le, Lt, Ne, Rational, S, Symbol, Tuple, oo

from ..language.bounds import Unreadable
from .around import Found, Span, members, screened, spans
from .arrange import PLAIN, Style, terminals
from .build import Builder
from .names import Names
from .parse import tree
from .prose import diverges
from .scan import Scanner

_RELATIONS: dict[str, Any] = {"=": Eq, "<": Lt, ">": Gt, "<=": Le, ">=": Ge, "!=": Ne}
_LABEL = re.compile(r"[A-Za-z\\][^+*/]*$|[^\W\d_][^+*/]*$")
_COMMA_DECIMAL = re.compile(r"([+-]?)(\d+)(?:,|\{,\})(\d+)$")


@dataclass(frozen=True)
class Reading:
    """What a text says.

    expression: what the answer is (a formula, a Tuple of such, a relation); unit: a unit that stands beside it;
    left: what stands before the first equals sign, in text, with `left_value` where that is a formula; chain: the
    members before the last; decimals: how many significant digits a decimal answer has; rounded: the expression
    with a mark for every decimal, and what each stands for; others: other formulas that the text may mean.
    """

    expression: Any
    unit: str | None = None
    left: str | None = None
    left_value: Any = None
    chain: tuple[Any, ...] = ()
    decimals: int | None = None
    rounded: tuple[Any, Mapping[Symbol, tuple[Rational, Rational]]] | None = None
    others: tuple[Any, ...] = ()
    approximate: bool = False
    text: str = field(default="", compare=False)


def read(text: str, names: Mapping[str, Symbol] | Names, format: str = "auto", *, unit: Expr = S.One) -> Reading:
    """What a text says, in LaTeX, plain text, Python-like or Unicode: one grammar reads all.

    `names` are those that may occur.  `unit` is the size in nats of the unit that is asked for, in which H_b(p) is
    meant.  Raises Unreadable, with the place and what was expected there.
    """
    screened(text)
    known = names if isinstance(names, Names) else Names(dict(names))
    failed: Unreadable | None = None
    for found in spans(text, known):
        try:
            return _read(text, found, known, unit)
        except Unreadable as why:
            failed = failed or why
    if diverges(text):
        return Reading(oo, text=text)
    raise failed or Unreadable("there is no formula", text, 0, ["a formula"])


def _read(text: str, found: Found, names: Names, unit: Expr) -> Reading:
    parts, signs = members(text, found.span)
    *before, last = parts
    if not text[slice(*last)].strip():
        raise Unreadable("the text ends too early", text, last[1], ["a formula"])
    one = _decimal_comma(text, last) or _formula(text, last, names, unit)
    left, left_value, chain = None, None, []
    for i, span in enumerate(before):
        try:
            value = _formula(text, span, names, unit).expression
        except Unreadable:
            value = None
            if i == 0:
                left = text[slice(*span)].strip()
                continue
        if i == 0 and (value is None or isinstance(value, Symbol)):
            left, left_value = text[slice(*span)].strip(" &$"), value
        else:
            chain.append(value)
    expression = one.expression
    strict = [s for s in signs if s not in "=≈"]
    if strict and left_value is None and not chain:
        raise Unreadable(f"the left-hand side of {strict[0]} cannot be read", text, found.span[0], ["a formula"])
    if strict:
        sides = [left_value] * (left_value is not None) + [*chain, expression]
        made = [
            _RELATIONS[s](a, b, evaluate=False) for a, s, b in zip(sides, signs, sides[1:], strict=False) if s != "≈"
        ]
        expression = made[0] if len(made) == 1 else Tuple(*made)
    return Reading(
        expression, found.unit, left, left_value, tuple(chain), one.decimals, one.rounded, one.others,
        "≈" in signs, text,
    )  # fmt: skip


def _formula(text: str, span: Span, names: Names, unit: Expr) -> Reading:
    pieces = Scanner(text, names, span, lambda t, s, n: _formula(t, s, n, unit).expression).pieces()
    tokens, ambiguous = terminals(pieces, text)
    made = tree(tokens, text)
    expression = Builder(text, unit).value(made)
    rounded = None
    if any(p.kind == "NUMBER" and p.value[1] is not None for p in pieces):
        builder = Builder(text, unit, marked=True)
        rounded = (builder.value(made), builder.rounded)
    return Reading(
        expression,
        decimals=_digits(text, span),
        rounded=rounded,
        others=_others(text, pieces, ambiguous, unit, expression),
    )


def _others(text: str, pieces: list[Any], ambiguous: frozenset[str], unit: Expr, first: Basic) -> tuple[Any, ...]:
    """What else an ambiguous text may mean."""
    if not ambiguous:
        return ()
    styles = [Style(t, w) for t in (False, "tight" in ambiguous) for w in (False, "wide" in ambiguous)]
    found: dict[Any, None] = {}
    for style in dict.fromkeys(styles):
        if style != PLAIN:
            try:
                found[Builder(text, unit).value(tree(terminals(pieces, text, style)[0], text))] = None
            except Unreadable:
                continue
    found.pop(first, None)
    return tuple(found)


_DECIMAL = re.compile(
    r"[+\-−]?\s*(\d*)\.(\d+)(?:\s*(?:[eE][+-]?\d+|(?:\\times|\\cdot|\*|×|·)\s*10\s*(?:\^|\*\*).*))?\s*\\?%?$"
)


def _digits(text: str, span: Span) -> int | None:
    """The significant digits of an answer that is a decimal."""
    found = _DECIMAL.match(text[slice(*span)].strip(" $&~"))
    if found is None:
        return None
    return len((found[1] + found[2]).lstrip("0")) or len(found[2])


def _decimal_comma(text: str, span: Span) -> Reading | None:
    """0,325 is 0.325; 1,585 may be 1585 or 1.585."""
    found = _COMMA_DECIMAL.match(text[slice(*span)].strip())
    if found is None:
        return None
    sign, whole, part = found.groups()
    value = Rational(int(whole + part)) / 10 ** len(part) * (-1 if sign == "-" else 1)
    grouped = len(part) == 3 and not whole.startswith("0") and len(whole) <= 3
    digits = len((whole + part).lstrip("0"))
    mark = Symbol("d", real=True)
    rounded = (mark, {mark: (value, Rational(1, 2) / 10 ** len(part))})
    if not grouped:
        return Reading(value, decimals=digits, rounded=rounded)
    return Reading(value * 1000, others=(value,), decimals=digits, rounded=rounded)


__all__ = ["Reading", "Unreadable", "read"]
