"""Characters into the pieces of a formula: numbers, names, functions, signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ..language.bounds import Unreadable
from .called import named
from .matrix import LAYOUT, matrix
from .names import Names
from .numerals import VULGAR, number, raised, vulgar
from .pieces import Piece
from .terms import SLOPE, counted, derivative, integral
from .words import (
    COMMANDS,
    FUNCTIONS,
    GREEK,
    RELATIONS,
    SIGNS,
    SILENT,
    STYLES,
    SUPERSCRIPTS,
    TAKES_GROUP,
    greek,
    letter,
)

MAX_PIECES = 1_500
MAX_INNER = 6  # formulas within formulas: what stands under a sum, or in E[…]
Span = tuple[int, int]
Inner = Callable[[str, Span, Names], Any]
_SPACE = re.compile(r"(?:\s|~|\\[,;:!> ]|\{\}|[\u200b\u2009\u2061-\u2064\u00a0\u202f])+")
_SUM = re.compile(r"Σ\s*_\s*\{\s*\w+\s*=")
_MODULE = re.compile(r"(?:scipy\.special|math|numpy|np|sympy|sp|special|torch|mpmath|mp|cmath)\.")
_WORD = re.compile(r"[A-Za-z]+\d*(?:_\{[A-Za-z0-9 ,\\]*\}|_[A-Za-z0-9]+)?")
_COMMAND = re.compile(r"\\([A-Za-z]+\*?|.)", re.S)


class Scanner:
    """Reads the characters of text[at:end] from left to right."""

    def __init__(self, text: str, names: Names, span: Span, inner: Inner) -> None:
        """`inner` reads the formula of a span that stands within this one."""
        self.text, self.names, (self.at, self.end), self._inner = text, names, span, inner
        self.differentials: dict[int, int] = {}
        self.depth, self.spaced = 0, False
        self.skipped: dict[int, int] = {}
        self.made: list[Piece] = []

    def refuse(self, message: str, at: int | None = None, expected: tuple[str, ...] = ()) -> Unreadable:
        return Unreadable(message, self.text, self.at if at is None else at, expected)

    def inner(self, span: Span, names: Names | None = None) -> Any:
        """The formula of a span within this one."""
        known = names or self.names
        if known.depth > MAX_INNER:
            raise self.refuse("formulas are nested too deep", span[0])
        return self._inner(self.text, span, replace(known, depth=known.depth + 1))

    def pieces(self) -> list[Piece]:
        made: list[Piece] = []
        while self.at < self.end:
            before = self.at
            if self.at in self.skipped:
                self.at = self.skipped[self.at]
                continue
            self.made = made
            found = list(self._next())
            self.spaced = self.spaced and not found
            made += found
            if len(made) > MAX_PIECES:
                raise self.refuse(f"the formula has more than {MAX_PIECES} parts")
            if self.at <= before:
                raise self.refuse(f"unexpected {self.text[self.at]!r}")
        return made

    def piece(self, kind: str, length: int, value: Any = None) -> Piece:
        at, self.at = self.at, self.at + length
        spaced, self.spaced = self.spaced, False
        return Piece(kind, self.text[at : self.at], at, self.at, value, spaced)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.text, self.at, self.end)

    def _next(self) -> Iterator[Piece]:
        space = self.match(_SPACE)
        c = self.text[self.at]
        if self.at in self.differentials:
            yield self.piece("DIFFERENTIAL", self.differentials.pop(self.at) - self.at)
        elif space:
            self.at, self.spaced = space.end(), True
        elif c == "\\":
            yield from self._command()
        elif (c.isdigit() and c.isascii()) or (c == "." and self.text[self.at + 1 : self.at + 2].isdecimal()):
            yield number(self)
        elif c in VULGAR:
            yield vulgar(self)
        elif c in SUPERSCRIPTS:
            yield from raised(self)
        elif c == "*" and self.text[self.at : self.at + 2] == "**":
            yield self.piece("POWER", 2)
        elif c == "|" and self.text[self.at : self.at + 2] == "||":
            yield self.piece("BARS", 2)
        elif self.text[self.at : self.at + 2] in RELATIONS:
            yield self.piece("RELATION", 2, RELATIONS[self.text[self.at : self.at + 2]])
        elif c.isascii() and c.isalpha():
            yield from self._word()
        elif c == "Σ" and _SUM.match(self.text, self.at):
            yield from counted(self, "SUM", 1)
        elif c in SIGNS and not (c == "Σ" and self.names.has("Sigma")) and SIGNS[c] != "NAME":
            yield from self._sign(SIGNS[c], 1, c)
        elif c == "∞":
            yield self.piece("NAME", 1, self.names.find("oo"))
        elif greek(c) is not None:
            yield from self.word(str(greek(c)), 1, from_greek=True)
        else:
            plain = unicodedata.normalize("NFKC", c)
            if len(plain) == 1 and plain != c and plain.isascii() and plain.isalpha():
                yield from self.word(plain, 1)
            else:
                raise self.refuse(f"unexpected {c!r}", None, ("a formula",))

    def _sign(self, kind: str, length: int, c: str) -> Iterator[Piece]:
        if kind == "SILENT":
            self.at += length
            return
        if kind in ("SUM", "PRODUCT"):
            yield from counted(self, kind, length)
            return
        if kind == "INTEGRAL":
            yield from integral(self, length)
            return
        self.depth += (kind in ("OPEN", "BEGIN")) - (kind in ("CLOSE", "END"))
        yield self.piece(kind, length, RELATIONS.get(c) if kind == "RELATION" else None)

    def _command(self) -> Iterator[Piece]:
        found = self.match(_COMMAND)
        if found is None:
            raise self.refuse("a lone backslash")
        name, length = found[1], len(found[0])
        if name == "\\":
            yield self.piece("ROW", length)
        elif name in STYLES:
            self.at += length
            yield from self._styled()
        elif name in SILENT:
            self.at, self.spaced = self.at + length, True
            if name in TAKES_GROUP:
                self.at = self._group()[1] + 1
            elif name in ("left", "right") and self.text[self.at : self.at + 1] == ".":
                self.at += 1
        elif name in ("frac", "dfrac", "tfrac") and (slope := self.match(SLOPE)):
            yield derivative(self, slope)
        elif name in COMMANDS:
            kind = COMMANDS[name]
            if kind == "BARS" and self.depth >= 0 and name in ("lVert", "rVert"):
                kind = "BAR"
            yield from self._sign(kind, length, name)
        elif name in ("infty", "varnothing", "emptyset"):
            yield self.piece("NAME", length, self.names.find("oo"))
        elif name == "mathbbm":
            raise self.refuse("an indicator is not understood")
        elif name in ("begin", "end") and (layout := self.match(LAYOUT)):
            self.at = layout.end()
        elif name == "begin":
            yield matrix(self)
        elif name in ("top", "intercal", "mathsf"):
            yield from self.word("T", length)
        elif letter(name) in GREEK or letter(name).lower() in GREEK or name in ("ell", "digamma", "hbar"):
            yield from self.word("l" if name == "ell" else name, length, from_greek=True)
        elif name in FUNCTIONS or name in ("e", "pi", "d"):
            yield from self.word(name, length)
        else:
            raise self.refuse(f"the command {found[0]} is not understood")

    def _group(self) -> tuple[int, int]:
        """Where the text of the group in braces that comes next begins and ends."""
        begin = self.text.find("{", self.at, self.end)
        if begin < 0 or self.text[self.at : begin].strip():
            raise self.refuse("a group in braces is missing", None, ("{",))
        depth = 0
        for i in range(begin, self.end):
            depth += (self.text[i] == "{") - (self.text[i] == "}")
            if depth == 0:
                return begin + 1, i
        raise self.refuse("this brace is never closed", begin, ("}",))

    def _styled(self) -> Iterator[Piece]:
        """\\mathrm{x}, \\operatorname{tr}: the letters inside, whatever they look like."""
        while self.at < self.end and self.text[self.at] == " ":
            self.at += 1
        if self.text[self.at : self.at + 1] != "{":
            return
        begin, end = self._group()
        inside = self.text[begin:end].strip().strip("\\").replace("\\,", "").strip()
        at = self.at
        if not inside:
            self.at = end + 1
        elif re.fullmatch(r"[A-Za-z]+\d*", inside):
            self.at = begin + self.text[begin:end].index(inside)
            self.skipped[end] = end + 1
            yield from self.word(inside, len(inside), after=end + 1)
        else:
            self.at = at
            yield from self._sign("BEGIN", 1 + begin - 1 - at, "{")

    def _word(self) -> Iterator[Piece]:
        module = self.match(_MODULE)
        if module:
            self.at = module.end()
        found = self.match(_WORD)
        if found is None:
            raise self.refuse("a name is missing")
        yield from self.word(re.match(r"[A-Za-z]+", found[0])[0], 0)  # type: ignore[index]

    def word(self, stem: str, length: int, from_greek: bool = False, after: int = 0) -> Iterator[Piece]:
        yield from named(self, stem, length, from_greek, after)
