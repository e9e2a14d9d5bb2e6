"""Numbers as people write them: 1,234.5 and 1.2e-3, ½ and 1½, x²."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sympy import Rational

from .pieces import Piece
from .words import SIGNS, SUPERSCRIPTS

if TYPE_CHECKING:
    from .scan import Scanner

_NUMBER = re.compile(r"\d+\.(?![\d.])|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+(?![\d.]*[A-Za-z(]))?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,|\{,\}|\\,|\u2009|\u202f| )\d{3})+(?:\.\d+)?(?!\d)")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,400}")
MAX_DIGITS = 400  # of a number that is written: those that the engine writes out are longer than what people write
VULGAR = {c: unicodedata.numeric(c) for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}


def number(scanner: Scanner) -> Piece:
    """A number; its value, and the size of its last digit where it is a decimal."""
    grouped = scanner.match(_GROUPED) if scanner.depth == 0 else None
    found = grouped or scanner.match(_NUMBER)
    assert found is not None
    digits = re.sub(r"[^0-9.eE+-]", "", found[0])
    mantissa, _, exponent = digits.lower().partition("e")
    whole, _, part = mantissa.partition(".")
    if len(whole) + len(part) > MAX_DIGITS or len(exponent) > 3 or abs(int(exponent or 0)) > MAX_DIGITS:
        raise scanner.refuse(f"a number of more than {MAX_DIGITS} digits")
    last = Rational(10) ** (int(exponent or 0) - len(part))
    return scanner.piece("NUMBER", len(found[0]), (int(whole + part or "0") * last, last if part else None))


def vulgar(scanner: Scanner) -> Piece:
    """½; and 1½ is three halves."""
    value = Rational(VULGAR[scanner.text[scanner.at]]).limit_denominator(10)
    made = scanner.made
    if made and made[-1].kind == "NUMBER" and made[-1].text.isdecimal() and not scanner.spaced:
        before = made.pop()
        piece = scanner.piece("NUMBER", 1)
        return Piece("NUMBER", before.text + piece.text, before.at, piece.end, (before.value[0] + value, None))
    return scanner.piece("NUMBER", 1, (value, None))


def raised(scanner: Scanner) -> Iterator[Piece]:
    """x² is x^{2}."""
    at = scanner.at
    yield scanner.piece("POWER", 0)
    yield Piece("BEGIN", "", at, at)
    while scanner.at < scanner.end and scanner.text[scanner.at] in SUPERSCRIPTS:
        plain = SUPERSCRIPTS[scanner.text[scanner.at]]
        if plain.isdigit():
            run = _RAISED.match(scanner.text, scanner.at, scanner.end)
            assert run is not None
            digits = "".join(SUPERSCRIPTS[c] for c in run[0])
            yield scanner.piece("NUMBER", len(digits), (Rational(int(digits)), None))
        elif plain.isalpha():
            yield from scanner.word(plain, 1)
        else:
            yield scanner.piece(SIGNS[plain], 1)
    yield Piece("END", "", scanner.at, scanner.at)
