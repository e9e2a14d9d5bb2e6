"""Pieces into the terminals of the grammar: bars that open and close, single arguments, what stands side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lark import Token
from sympy import Integer

from ..language.bounds import MAX_DEPTH, Unreadable
from .pieces import Piece

ENDS = {"NUMBER", "NAME", "CLOSE", "END", "RIGHT_BAR", "FACTORIAL", "PERCENT", "TERM"}
STARTS = {
    "NUMBER", "NAME", "OPEN", "BEGIN", "LEFT_BAR", "FUNCTION", "FRACTION", "BINOMIAL", "ROOT", "BIG", "TERM",
    "INTEGRAL",
}  # fmt: skip
STOPS = {"PLUS", "MINUS", "TIMES", "COMMA", "CLOSE", "END", "RIGHT_BAR", "DIFFERENTIAL", "BIG", "INTEGRAL"}
_PAIRS = {"CLOSE": "OPEN", "END": "BEGIN", "RIGHT_BAR": "LEFT_BAR"}
_OPENING = {"OPEN", "BEGIN", "LEFT_BAR"}
_ARGUMENT = "argument"  # marks a group that belongs to what stands before it


@dataclass(frozen=True)
class Style:
    """How an ambiguous text is read.

    `tight`: a/2b is a/(2b).  `wide`: log a/b is log(a/b), log 2(a+b) is log(2(a+b)), log(a)² is log(a²).
    """

    tight: bool = False
    wide: bool = False


PLAIN = Style()


def terminals(pieces: list[Piece], text: str, style: Style = PLAIN) -> tuple[list[Token], frozenset[str]]:
    """The terminals, and in which respects another style would read another formula."""
    arranged = _with_arguments(list(reversed(_with_bars(pieces, text))), text)
    return _Row(arranged, text, style).tokens()


def _with_bars(pieces: list[Piece], text: str) -> list[Piece]:
    """Each | as one that opens or one that closes; brackets and bars are balanced."""
    made: list[Piece] = []
    opened: list[Piece] = []
    for p in pieces:
        if p.kind in ("BAR", "BARS"):
            closes = opened and opened[-1].kind == "LEFT_BAR" and made[-1].kind in ENDS
            p = replace(p, kind="RIGHT_BAR" if closes else "LEFT_BAR")
        if p.kind in _OPENING:
            opened.append(p)
            if len(opened) > MAX_DEPTH:
                raise Unreadable(f"brackets are nested more than {MAX_DEPTH} deep", text, p.at)
        elif p.kind in _PAIRS:
            if not opened or opened[-1].kind != _PAIRS[p.kind]:
                raise Unreadable(f"this {p.text} closes nothing", text, p.at)
            opened.pop()
        made.append(p)
    if opened:
        raise Unreadable("this bracket is never closed", text, opened[-1].at, ["a closing bracket"])
    return made


def _with_arguments(todo: list[Piece], text: str) -> list[Piece]:
    """Braces around single arguments: \\frac12 is \\frac{1}{2}, √2 is \\sqrt{2}.  `todo` is read from its end."""
    made: list[Piece] = []
    while todo:
        p = todo.pop()
        made.append(p)
        if p.kind in ("FRACTION", "BINOMIAL"):
            made += _argument(todo, text, p) + _argument(todo, text, p)
        elif p.kind == "ROOT":
            if todo and todo[-1].kind == "OPEN" and todo[-1].text == "[":
                made += _balanced(todo, text)
                made[-1] = replace(made[-1], value=_ARGUMENT)
            made += _argument(todo, text, p)
    return made


def _balanced(todo: list[Piece], text: str) -> list[Piece]:
    """The bracketed group that comes next, its arguments in braces."""
    first = todo.pop()
    inside, depth = [], 1
    while depth:
        inside.append(todo.pop())
        depth += (inside[-1].kind in _OPENING) - (inside[-1].kind in _PAIRS)
    last = inside.pop()
    return [replace(first, value=_ARGUMENT), *_with_arguments(inside[::-1], text), last]


def _argument(todo: list[Piece], text: str, of: Piece) -> list[Piece]:
    if not todo:
        raise Unreadable("the text ends too early", text, len(text), ["an argument in braces"])
    p = todo[-1]
    if p.kind == "BEGIN" or (p.kind == "OPEN" and of.kind == "ROOT"):
        group = _balanced(todo, text)
        return [replace(group[0], kind="BEGIN"), *group[1:-1], replace(group[-1], kind="END")]
    todo.pop()
    begin, end = Piece("BEGIN", "", p.at, p.at, _ARGUMENT), Piece("END", "", p.end, p.end)
    if p.kind == "NUMBER" and len(p.text) > 1 and p.text.isdigit() and of.text.startswith("\\"):
        rest = p.text[1:]
        todo.append(replace(p, text=rest, at=p.at + 1, value=(Integer(rest), None), spaced=False))
        p = replace(p, text=p.text[0], end=p.at + 1, value=(Integer(p.text[0]), None))
    elif p.kind in ("FRACTION", "ROOT", "BINOMIAL"):
        todo.append(p)
        count = 2 if p.kind != "ROOT" else 1
        return [begin, *_one(todo, text, count), end]
    elif p.kind == "FUNCTION" and todo and todo[-1].kind in _OPENING:
        return [begin, p, *_balanced(todo, text), end]
    elif p.kind not in ("NUMBER", "NAME", "TERM"):
        raise Unreadable(f"unexpected {p.text[:30]!r}", text, p.at, ["an argument in braces"])
    return [begin, p, end]


def _one(todo: list[Piece], text: str, count: int) -> list[Piece]:
    p = todo.pop()
    return [p, *(q for _ in range(count) for q in _argument(todo, text, p))]


class _Row:
    """The second walk over the pieces: what stands side by side, and how far an argument without brackets goes."""

    def __init__(self, pieces: list[Piece], text: str, style: Style) -> None:
        self.pieces, self.text, self.style = pieces, text, style
        self.made: list[Token] = []
        self.ambiguous: set[str] = set()
        self.close = self._partners()

    def _partners(self) -> dict[int, int]:
        found, opened = {}, []
        for i, p in enumerate(self.pieces):
            if p.kind in _OPENING:
                opened.append(i)
            elif p.kind in _PAIRS:
                found[opened.pop()] = i
        return found

    def tokens(self) -> tuple[list[Token], frozenset[str]]:
        self._walk(0, len(self.pieces), glue=False)
        return self.made, frozenset(self.ambiguous)

    def _emit(self, kind: str, p: Piece) -> None:
        made = Token(kind, p.text, start_pos=p.at, end_pos=p.end)
        made.value = p.value if p.value is not None and p.value != _ARGUMENT else p.text
        self.made.append(made)

    def _walk(self, i: int, stop: int, glue: bool) -> int:
        """Emit pieces until `stop`; with `glue`, an argument without brackets, until it ends."""
        first, tight, bare = True, False, glue
        while i < stop:
            p, before = self.pieces[i], self.pieces[i - 1] if i else None
            if (
                bare
                and not first
                and (p.kind in STOPS or (p.kind == "FUNCTION") or (p.kind == "DIVIDE" and not self._wide()))
            ):
                return i
            starts = (
                p.kind in STARTS and not first and before is not None and before.kind in ENDS and p.value != _ARGUMENT
            )
            if starts:
                if p.kind == "NUMBER" and before is not None and before.kind == "NUMBER" and before.text[-1:].isdigit():
                    raise Unreadable("an operator is missing between these numbers", self.text, p.at, ["an operator"])
                if bare and p.kind == "OPEN" and not self._wide():
                    return i
                close = tight and not p.spaced and p.kind not in ("FUNCTION", "OPEN", "BIG", "INTEGRAL")
                if close:
                    self.ambiguous.add("tight")
                self._emit(
                    "GLUE" if bare or (close and self.style.tight) else "JUXT",
                    replace(p, text="", end=p.at, value=None),
                )
                tight = close
            elif p.kind == "DIVIDE":
                tight = not bare
            elif p.kind in STOPS:
                tight = False
            first = False
            if p.kind == "FUNCTION":
                i = self._function(i, stop)
                if bare:
                    return i
            elif p.kind in _OPENING:
                self._emit(p.kind, p)
                self._walk(i + 1, self.close[i], glue=False)
                self._emit(self.pieces[self.close[i]].kind, self.pieces[self.close[i]])
                i = self.close[i] + 1
            else:
                self._emit("OVER" if p.kind == "DIVIDE" and bare else p.kind, p)
                i += 1
                if p.kind == "POWER":
                    i = self._exponent(i, stop)
        return i

    def _wide(self) -> bool:
        self.ambiguous.add("wide")
        return self.style.wide

    def _exponent(self, i: int, stop: int) -> int:
        """The signs and the one thing that is raised."""
        while i < stop and self.pieces[i].kind in ("PLUS", "MINUS"):
            self._emit(self.pieces[i].kind, self.pieces[i])
            i += 1
        return i

    def _function(self, i: int, stop: int) -> int:
        p, after = self.pieces[i], i + 1
        if after < stop and self.pieces[after].kind == "POWER":
            after += 1
            while after < stop and self.pieces[after].kind in ("PLUS", "MINUS"):
                after += 1
            after = self.close.get(after, after) + 1
        called = after < stop and self.pieces[after].kind in ("OPEN", "BEGIN")
        last = self.close[after] + 1 if called else 0
        if (
            called
            and last < stop
            and self.pieces[last].kind in ("POWER", "FACTORIAL")
            and self.pieces[after].kind == "OPEN"
        ):
            called = not self._wide() or p.value[0] not in ("log", "exp")
        self._emit("CALLED" if called else "BARE", p)
        if after > i + 1:
            self._walk(i + 1, after, glue=False)
        if not called:
            if after >= stop:
                raise Unreadable(f"{p.text.strip()} of nothing", self.text, p.end, ["an argument"])
            return self._walk_bare(after, stop)
        self._emit("OPEN", self.pieces[after])
        self._walk(after + 1, last - 1, glue=False)
        self._emit("CLOSE", self.pieces[last - 1])
        return last

    def _walk_bare(self, i: int, stop: int) -> int:
        while i < stop and self.pieces[i].kind in ("PLUS", "MINUS"):
            self._emit(self.pieces[i].kind, self.pieces[i])
            i += 1
        return self._walk(i, stop, glue=True)
