"""One formula: from its characters to SymPy, with what else it may mean and how far its decimals reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Expr, Rational, Symbol

from ..language.bounds import Unreadable
from .arrange import PLAIN, Style, terminals
from .beside import Span
from .build import Builder
from .names import Names
from .parse import tree
from .scan import Scanner

_COMMA_DECIMAL = re.compile(r"([+-]?)(\d+)(?:,|\{,\})(\d+)$")
Rounded = tuple[Any, Mapping[Symbol, tuple[Rational, Rational]]]


@dataclass(frozen=True)
class Formula:
    """A formula; the significant digits of a decimal; itself with a mark for every decimal; other meanings."""

    expression: Any
    decimals: int | None = None
    rounded: Rounded | None = None
    others: tuple[Any, ...] = ()


def formula(text: str, span: Span, names: Names, unit: Expr) -> Formula:
    """The formula of a span.  Raises Unreadable."""
    pieces = Scanner(text, names, span, lambda t, s, n: formula(t, s, n, unit).expression).pieces()
    tokens, ambiguous = terminals(pieces, text)
    made = tree(tokens, text)
    expression = Builder(text, unit, names.matrices).value(made)
    rounded = None
    if any(p.kind == "NUMBER" and p.value[1] is not None for p in pieces):
        builder = Builder(text, unit, names.matrices, marked=True)
        rounded = (builder.value(made), builder.rounded)
    return Formula(
        expression,
        decimals=_digits(text, span),
        rounded=rounded,
        others=_others(text, pieces, ambiguous, Builder(text, unit, names.matrices), expression),
    )


def _others(text: str, pieces: list[Any], ambiguous: frozenset[str], builder: Builder, first: Basic) -> tuple[Any, ...]:
    """What else an ambiguous text may mean."""
    if not ambiguous:
        return ()
    styles = [Style(t, w) for t in (False, "tight" in ambiguous) for w in (False, "wide" in ambiguous)]
    found: dict[Any, None] = {}
    for style in dict.fromkeys(styles):
        if style != PLAIN:
            try:
                found[builder.value(tree(terminals(pieces, text, style)[0], text))] = None
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


def decimal_comma(text: str, span: Span) -> Formula | None:
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
        return Formula(value, decimals=digits, rounded=rounded)
    return Formula(value * 1000, others=(value,), decimals=digits, rounded=rounded)
