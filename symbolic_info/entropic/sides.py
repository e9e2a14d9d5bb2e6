"""From the tree of one side of a relation to a linear combination of quantities."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, NoReturn
from unicodedata import numeric

from lark import Token

from ..language.bounds import MAX_BITS, Unreadable
from ..language.grammar import position
from .names import name_of
from .statement import Constant, Group, Quantity, Side

# The short name of each quantity, by all names that it has in text.
QUANTITIES = {
    "H": "H", "I": "I", "TC": "TC", "DTC": "DTC", "VI": "VI", "II": "II", "totalcorrelation": "TC",
    "dualtotalcorrelation": "DTC", "variationofinformation": "VI", "interactioninformation": "II",
    "entropy": "H", "mutualinformation": "I",
}  # fmt: skip
MAX_PARTS = 200  # quantities on one side
MAX_LOG = 10**9  # a number under a logarithm: its factors are looked for

Parts = tuple[tuple[Fraction, Quantity | Constant], ...]


def combination(node: Any, text: str) -> Side:
    """The linear combination that a tree says; Unreadable where it is not linear."""
    return Side(tuple(_whole(c, q) for c, q in _parts(node, text) if c and q != Constant(Fraction(0), is_log=False)))


def _whole(c: Fraction, q: Quantity | Constant) -> tuple[Fraction, Quantity | Constant]:
    """A number is written as a sign and a number."""
    if not isinstance(q, Constant) or q.is_log:
        return c, q
    return Fraction(1 if c > 0 else -1), Constant(abs(c) * q.value, is_log=False)


def _parts(node: Any, text: str) -> Parts:
    kind = str(node.data)
    inside = [c for c in node.children if not isinstance(c, Token)]
    if kind in ("side", "term", "factor", "bracketed", "positive"):
        return _parts(inside[0], text)
    if kind == "negative":
        return _scaled(Fraction(-1), _parts(inside[0], text))
    if kind in ("plus", "minus"):
        made = _parts(inside[0], text) + _scaled(Fraction(1 if kind == "plus" else -1), _parts(inside[1], text))
        return made if len(made) <= MAX_PARTS else _refuse(f"more than {MAX_PARTS} quantities", text, node)
    if kind == "product":
        left, right = (_parts(p, text) for p in inside)
        if (factor := _as_number(left)) is not None:
            return _scaled(_bounded(factor, text, node), right)
        if (factor := _as_number(right)) is not None:
            return _scaled(_bounded(factor, text, node), left)
        _refuse("a product of two quantities is not linear", text, inside[1])
    if kind in ("quotient", "fraction"):
        divisor = _as_number(_parts(inside[1], text))
        if not divisor:
            _refuse("only a number that is not 0 divides here: all else is not linear", text, inside[1])
        return _scaled(_bounded(1 / divisor, text, node), _parts(inside[0], text))
    if kind == "number":
        return ((_number(node), Constant(Fraction(1), is_log=False)),)
    if kind == "logarithm":
        return _logarithm(node, text)
    return ((Fraction(1), _quantity(node, text)),)


def _scaled(factor: Fraction, parts: Parts) -> Parts:
    return tuple((factor * c, q) for c, q in parts)


def _as_number(parts: Parts) -> Fraction | None:
    """The rational number that it is, or None."""
    if any(not isinstance(q, Constant) or q.is_log for _, q in parts):
        return None
    return sum((c * q.value for c, q in parts if isinstance(q, Constant)), Fraction(0))


def _number(node: Any) -> Fraction:
    text = str(node.children[0])
    if text.startswith("\\"):
        top, bottom = re.findall(r"\d+", text) if "{" in text else re.findall(r"\d", text)
        return Fraction(int(top), int(bottom)) if int(bottom) else Fraction(0)
    return Fraction(numeric(text)).limit_denominator(8) if len(text) == 1 and not text.isascii() else Fraction(text)


def _logarithm(node: Any, text: str) -> Parts:
    inside: Any = node.children[0]
    numbers = [c for c in inside.children if not isinstance(c, Token) and c is not None]
    if inside.data == "number":
        value: Fraction | None = _number(inside)
    elif inside.data == "fraction" or numbers[0].data == "fraction":
        value = _as_number(_parts(inside if inside.data == "fraction" else numbers[0], text))
    else:
        top, *bottom = map(_number, numbers)
        value = top if not bottom else top / bottom[0] if bottom[0] else None
    if value is None or value <= 0 or max(value.numerator, value.denominator) > MAX_LOG:
        _refuse(f"a logarithm here is of a positive rational number of at most {MAX_LOG}", text, node)
    return ((Fraction(1), Constant(value)),) if value != 1 else ()


def _quantity(call: Any, text: str) -> Quantity:
    name, groups, given = call.children
    kind = QUANTITIES.get(name_of(name)) or QUANTITIES.get(name_of(name).lower())
    if kind is None:
        message = f"{name_of(name)} is no quantity that is linear in entropies"
        raise Unreadable(message, text, position(name), ["H", "I", "TC", "DTC", "VI", "II"])
    parts = tuple(_group(g) for g in groups.children)
    condition = _group(given) if given is not None else ()
    if kind == "H" and len(parts) != 1:
        raise Unreadable("the variables of H are separated by commas", text, position(groups.children[1]))
    if kind in ("TC", "DTC", "VI", "II") and len(parts) == 1:
        parts = tuple((v,) for v in parts[0])
    if kind == "VI" and len(parts) != 2:
        raise Unreadable("the variation of information is of two, as in VI(X;Y)", text, position(groups))
    if kind != "H" and len(parts) < 2:
        raise Unreadable(f"{kind} is of two or more, separated by semicolons", text, position(groups), [";"])
    return Quantity(kind, parts, condition)


def _group(node: Any) -> Group:
    return tuple(dict.fromkeys(map(name_of, node.children)))


def _bounded(factor: Fraction, text: str, node: Any) -> Fraction:
    if max(abs(factor.numerator), factor.denominator).bit_length() > MAX_BITS // 4:
        _refuse("a number with too many digits", text, node)
    return factor


def _refuse(message: str, text: str, node: Any) -> NoReturn:
    raise Unreadable(message, text, position(node))
