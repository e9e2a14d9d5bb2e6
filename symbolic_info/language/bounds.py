"""What is too much: every bound on text and numbers, and the error that names the place.

The bounds are checked before the work that they bound, so that hostile text costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import category

from sympy import Add, Basic, Expr, Integer, Mul, Pow, Rational, exp

from .binder import Term

MAX_LENGTH = 4_000  # characters of a text
MAX_DEPTH = 60  # brackets within brackets
MAX_LEVELS = 150  # levels of a parsed tree
MAX_NODES = 1_500  # parts of a parsed tree
MAX_DIGITS = 60  # digits of a number that is written
MAX_BITS = 1_400  # bits of a number that is computed
MAX_EXPONENT = 64  # a constant exponent, and the product of exponents upon exponents
MAX_ROOT = 10**12  # a number under a root: SymPy looks for its factors
MAX_MAP_LEVELS = 12  # levels of the function whose law is asked for
MAX_FUNCTIONS = 12  # functions and powers within one another: SymPy's questions of sign grow exponentially
MAX_TOWER = 3  # exponents within exponents
MAX_ORDER = 20  # the order of a polygamma function
MAX_COMBINATORIAL = 200  # a number under a factorial, a binomial or a gamma function

_WINDOW = 70
_PAIRS = {")": "(", "]": "["}


class Unreadable(Exception):
    """Text that is no question, condition or expression.

    `message` says what is wrong, `position` where in `text`, `expected` what could have stood there.
    """

    def __init__(self, message: str, text: str, position: int, expected: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.position = max(0, min(position, len(text)))
        self.expected = list(expected)

    def __str__(self) -> str:
        """The message, the line of text with a caret under the place, and what was expected."""
        start = max(0, min(self.position - _WINDOW // 2, len(self.text) - _WINDOW))
        part = "".join(c if c.isprintable() else " " for c in self.text[start : start + _WINDOW])
        before = "…" if start else ""
        after = "…" if start + _WINDOW < len(self.text) else ""
        caret = " " * (len(before) + self.position - start) + "^"
        lines = [self.message, f"  {before}{part}{after}", f"  {caret}"]
        return "\n".join(lines + ([f"expected: {', '.join(self.expected)}"] if self.expected else []))


class TooLarge(ValueError):
    """A number or a power that would be too large to compute with."""


def screen(text: str) -> None:
    """Refuse text that is too long, not clean, not balanced, too deep, or has too long a number."""
    if not text.strip():
        raise Unreadable("there is nothing to read", text, 0, ["a formula"])
    if len(text) > MAX_LENGTH:
        raise Unreadable(f"the text has {len(text)} characters; at most {MAX_LENGTH} are read", text, MAX_LENGTH)
    for place, char in enumerate(text):
        if category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char not in "\t\r\n":
            raise Unreadable(f"the character U+{ord(char):04X} is no part of a formula", text, place)
    _balanced(text)
    long = re.search(rf"[0-9]{{{MAX_DIGITS + 1}}}", text)
    if long:
        raise Unreadable(f"a number of more than {MAX_DIGITS} digits", text, long.start())


def _balanced(text: str) -> None:
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in "([":
            opened.append(place)
            if len(opened) > MAX_DEPTH:
                raise Unreadable(f"brackets are nested more than {MAX_DEPTH} deep", text, place)
        elif char in _PAIRS:
            if not opened or text[opened[-1]] != _PAIRS[char]:
                raise Unreadable(f"this {char} closes nothing", text, place)
            opened.pop()
    if opened:
        raise Unreadable("this bracket is never closed", text, opened[-1], ["a closing bracket"])


def measure(tree: Any, text: str) -> None:
    """Refuse a parsed tree with too many parts or levels."""
    parts, level = 0, [tree]
    for _ in range(MAX_LEVELS):
        parts += len(level)
        level = [child for node in level for child in getattr(node, "children", ()) if child is not None]
        if not level:
            break
    else:
        raise Unreadable(f"the formula is nested more than {MAX_LEVELS} levels deep", text, 0)
    if parts > MAX_NODES:
        raise Unreadable(f"the formula has more than {MAX_NODES} parts", text, 0)


def power(base: Expr, exponent: Expr) -> Expr:
    """base ** exponent, unless it is too large."""
    check_power(base, exponent)
    made: Expr = Pow(base, exponent)
    return made


def check_power(base: Expr, exponent: Expr) -> None:
    """Raise TooLarge for a power that is dangerous to compute, now or when it is expanded later."""
    if base == 1:
        return
    if exponent.is_number and _size(exponent) > MAX_EXPONENT:
        raise TooLarge(f"an exponent beyond {MAX_EXPONENT}")
    if any(abs(n) > MAX_EXPONENT for n in exponent.atoms(Rational)):
        raise TooLarge(f"a number beyond {MAX_EXPONENT} in an exponent")
    if base.is_Rational and exponent.is_Rational:
        bits = max(base.p.bit_length(), base.q.bit_length()) * abs(exponent)
        if bits > MAX_BITS:
            raise TooLarge("a power with too many digits")
        if not exponent.is_Integer and max(base.p, base.q) > MAX_ROOT:
            raise TooLarge("a root of a number that is too large to factor")
    if exponent.is_Rational and _growth(base) * abs(exponent) > MAX_EXPONENT:
        raise TooLarge(f"powers of powers whose exponents multiply to more than {MAX_EXPONENT}")
    check_tower(exponent)


def check_growth(product: Expr) -> None:
    """Raise TooLarge for a product of equal factors that is a large power."""
    if _growth(product) > MAX_EXPONENT:
        raise TooLarge(f"a power beyond {MAX_EXPONENT}")


def check_exp(argument: Expr) -> None:
    """Raise TooLarge for e to a large constant, or a tower of exponentials."""
    if argument.is_number and argument.is_finite and _size(argument) > MAX_EXPONENT:
        raise TooLarge(f"an exponent beyond {MAX_EXPONENT}")
    check_tower(argument)


def check_tower(exponent: Expr) -> None:
    if _tower(exponent) >= MAX_TOWER:
        raise TooLarge(f"a tower of more than {MAX_TOWER} exponents")


def check_combinatorial(*arguments: Expr) -> None:
    """Raise TooLarge for a large number under a factorial, a binomial or a gamma function."""
    for a in arguments:
        if a.is_number and a.is_finite and _size(a) > MAX_COMBINATORIAL:
            raise TooLarge(f"a number beyond {MAX_COMBINATORIAL} in a factorial or gamma function")


def check_nesting(value: Basic) -> None:
    """Raise TooLarge for functions and powers that are nested too deep."""
    if _nested(value) > MAX_FUNCTIONS:
        raise TooLarge(f"functions and powers nested more than {MAX_FUNCTIONS} deep")


def check_number(value: Basic) -> None:
    """Raise TooLarge for a rational number with too many digits, at the top of an expression."""
    for n in (value, *value.args, *(b for a in value.args for b in a.args)):
        if n.is_Rational and max(abs(n.p), n.q).bit_length() > MAX_BITS:
            raise TooLarge("a number with too many digits")


def _size(constant: Expr) -> Any:
    """The size of a constant, to a few digits; constants within the bounds are quickly evaluated."""
    if constant.is_Rational:
        return abs(constant)
    value = abs(constant.evalf(8))
    return value if value.is_number and value.is_comparable else Integer(MAX_COMBINATORIAL + 1)


def _nested(e: Basic) -> int:
    """How many functions and powers stand within one another; a quantity counts as an unknown."""
    if isinstance(e, Term) or not e.args:
        return 0
    return (not isinstance(e, Add | Mul)) + max(map(_nested, e.args))


def _growth(e: Basic) -> Any:
    """The greatest product of constant exponents on a path through e."""
    here = max(1, abs(e.exp)) if isinstance(e, Pow) and e.exp.is_Rational else 1
    return here * max(map(_growth, e.args), default=1)


def _tower(e: Basic) -> int:
    """How many exponents that vary stand above one another."""
    heights = [_tower(a) for a in e.args]
    varies = isinstance(e, exp) or (isinstance(e, Pow) and not e.exp.is_Rational)
    return max([*heights, 1 + heights[-1]] if varies else heights, default=0)
