"""What a word means where it stands: a function, a quantity, a name with its index, names side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sympy import Integer

from .pieces import Piece
from .terms import lone_density, quantity, written
from .words import FUNCTIONS, ONLY_CALLED, SUBSCRIPTS, letter

if TYPE_CHECKING:
    from .scan import Scanner

LONGEST = 40  # letters of a name with its index
_OPENING = re.compile(r"(?:\s|\\[,;:! ]|\\left|\\[bB]igg?l?)*(?:[(\[]|\\\{|\\lparen|\\lbrack|[\u2061])")
_INDEX = re.compile(r"\s*_\s*(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)?)\}|\\?([A-Za-z]+)|(\d))")
_LATE = re.compile(r"\s*\^\s*(?:\{[^{}]*\}|\\?[A-Za-z]|\d)\s*_\s*(?:\{([^{}]*)\}|([A-Za-z0-9]))")
_ORDER = re.compile(
    r"\s*(?:('+|[′]+|’+)|\^\s*\{((?:\s*\\prime\s*|')+)\}|\^\s*(\\prime)|\^\s*\{\s*\(\s*(\d)\s*\)\s*\}|⁽([⁰¹²³])⁾)"
)
_BASE = re.compile(r"\s*_\s*(?:\{\s*\\?(?:mathrm\s*\{)?\s*(\w+)\s*\}?\s*\}|\\?([a-z]+)|(10|\d))|([₀-₉]+)")
_PLAIN_BASE = re.compile(r"(2|10)(?=\s*[A-Za-z(\\Α-ω]|\s+[0-9])")
MAX_INDEX = 24  # letters and digits of an index
_SPECIAL = {"psi": "digamma", "digamma": "digamma", "Gamma": "gamma", "zeta": "zeta", "Psi": "digamma"}
_INDEXED = {"psi": "polygamma", "I": "besseli", "E": "expint"}


def named(scanner: Scanner, stem: str, length: int, from_greek: bool, after: int) -> Iterator[Piece]:
    """The pieces of the word that stands at the scanner's place."""
    begin = scanner.at
    word_end = begin + (length or len(stem))
    place = after or word_end
    term = written(scanner, stem, begin, place) or quantity(scanner, stem, begin, place)
    if term is not None:
        scanner.at = max(scanner.at, term.end)
        yield term
        return
    made = _function(scanner, stem, begin, place) or _name(scanner, stem, begin, place)
    if made is None and not from_greek and len(stem) > 1:
        made = _side_by_side(scanner, stem, begin, place)
    if made is None:
        term = lone_density(scanner, stem, begin, place)
        made = [term] if term is not None else None
        scanner.at = place if made else scanner.at
    if made is None:
        close = scanner.names.suggestion(stem)
        hint = f"; did you mean {close}?" if close else ""
        raise scanner.refuse(f"unknown name {scanner.text[begin:place]}{hint}", begin, tuple(scanner.names.all))
    yield from made


def _made(scanner: Scanner, kind: str, begin: int, end: int, value: object) -> Piece:
    scanner.at = max(scanner.at, end)
    spaced, scanner.spaced = scanner.spaced, False
    return Piece(kind, scanner.text[begin:end], begin, end, value, spaced)


def _is_called(scanner: Scanner, place: int) -> bool:
    return _OPENING.match(scanner.text, place, scanner.end) is not None


def _function(scanner: Scanner, stem: str, begin: int, place: int) -> list[Piece] | None:
    text, end = scanner.text, scanner.end
    if stem in _SPECIAL and not scanner.names.has(stem):
        found = _ORDER.match(text, place, end)
        stop = found.end() if found else place
        if _is_called(scanner, stop):
            return [_made(scanner, "FUNCTION", begin, stop, (_SPECIAL[stem], _order(found)))]
    if stem in _INDEXED and not scanner.names.has(stem) and not scanner.names.has_index(stem):
        found = re.compile(r"_?\{?(\d|[₀-₉])\}?").match(text, place, end)
        if found and _is_called(scanner, found.end()):
            order = Integer(int(SUBSCRIPTS.get(found[1], found[1])))
            return [_made(scanner, "FUNCTION", begin, found.end(), (_INDEXED[stem], order))]
    tail = re.compile(r"_?\{?[0-9a-z₀-₉]+\}?|").match(text, place, end)
    assert tail is not None
    longer = stem + re.sub("[{}]", "", "".join(SUBSCRIPTS.get(c, c) for c in tail[0]))
    if (
        tail[0]
        and stem != "log"
        and longer in FUNCTIONS
        and _is_called(scanner, tail.end())
        and not scanner.names.has_index(stem)
    ):
        return [_made(scanner, "FUNCTION", begin, tail.end(), (FUNCTIONS[longer], None))]
    if stem not in FUNCTIONS and not (stem in ("B", "gamma", "C") and _is_called(scanner, place)):
        return None
    if FUNCTIONS.get(stem) in ("det", "tr") and scanner.names.matrices is not None:
        return [_made(scanner, "FUNCTION", begin, place, (FUNCTIONS[stem], None))]
    if (stem in ONLY_CALLED and not _is_called(scanner, place)) or _is_factor(scanner, stem, place):
        return None
    key = {"B": "beta", "gamma": "gamma", "C": "binomial"}.get(stem) or FUNCTIONS[stem]
    if stem == "gamma" and text[begin] != "g":  # \\gamma and γ are no function
        return None
    if key == "log":
        found = _BASE.match(text, place, end)
        if found is None and stem == "log" and text[begin] != "\\":  # log2 x, but log2 alone is the logarithm of 2
            found = _PLAIN_BASE.match(text, place, end)
        if found:
            base = _base(scanner, next(g for g in found.groups() if g))
            return [_made(scanner, "FUNCTION", begin, found.end(), ("log", base))]
    return [_made(scanner, "FUNCTION", begin, place, (key, None))]


def _is_factor(scanner: Scanner, stem: str, place: int) -> bool:
    """Whether a name of the text stands before a bracket as a factor: beta(a, b) is no product."""
    if not scanner.names.has(stem) or stem == "gamma":
        return False
    opened = _OPENING.match(scanner.text, place, scanner.end)
    depth, at = 1, opened.end() if opened else scanner.end
    while at < scanner.end and depth and not (depth == 1 and scanner.text[at] == ","):
        depth += (scanner.text[at] in "([{") - (scanner.text[at] in ")]}")
        at += 1
    return not (depth == 1 and at < scanner.end and FUNCTIONS.get(stem) in ("beta", "binomial"))


def _base(scanner: Scanner, said: str) -> object:
    said = "".join(SUBSCRIPTS.get(c, c) for c in said)
    meant = Integer(int(said)) if said.isdigit() and len(said) < 9 else scanner.names.find(said)
    if meant is None:
        raise scanner.refuse(f"unknown base {said} of a logarithm")
    return meant


def _order(found: re.Match[str] | None) -> int:
    """How often a function is differentiated: Γ′, ψ^{(1)}."""
    if found is None:
        return 0
    primes, group, one, number, raised = found.groups()
    if number or raised:
        return int(number or "⁰¹²³".index(raised))
    return len(primes) if primes else group.count("prime") + group.count("'") if group else 1 if one else 0


def _name(scanner: Scanner, stem: str, begin: int, place: int) -> list[Piece] | None:
    """A name with its index, which may stand after its exponent: σ^2_1."""
    text, end, names = scanner.text, scanner.end, scanner.names
    for index, stop in _indices(scanner, stem, place):
        meant = names.find(stem, index)
        if meant is not None and (index or not names.has(f"{stem}_")):
            return [_made(scanner, "NAME", begin, stop, meant)]
    late = _LATE.match(text, place, end)
    if late:
        index = late[1] or late[2]
        meant = names.find(stem, index)
        if meant is not None:
            start = late.start(1) - 1 if late[1] else late.start(2)
            under = text.rindex("_", place, start + 1)
            scanner.skipped[under] = late.end()
            return [_made(scanner, "NAME", begin, place, meant)]
    for cut in range(1, min(len(stem), LONGEST)) if names.find(stem) is None else ():
        meant = names.find(stem[:cut], stem[cut:])
        if meant is not None:
            return [_made(scanner, "NAME", begin, place, meant)]
    meant = names.find(stem)
    lone = re.compile(r"_(?![A-Za-z0-9{\\])").match(text, place, end)
    place = lone.end() if lone and meant is not None else place  # lambda_ as Python writes it
    follows = re.compile(r"\s*_").match(text, place, end) or text[place : place + 1] in SUBSCRIPTS
    digits = text[place : place + 1] in tuple("0123456789") and text[begin] != "\\"
    if meant is not None and not follows and not digits:
        return [_made(scanner, "NAME", begin, place, meant)]
    apart = not text[begin].isascii() or "\\" in text
    if meant is not None and digits and not follows and not names.has_index(stem) and apart:
        return [_made(scanner, "NAME", begin, place, meant)]
    return None


def _indices(scanner: Scanner, stem: str, place: int) -> Iterator[tuple[str, int]]:
    """Every way to read an index after a name, the longest first."""
    text, end = scanner.text, scanner.end
    run = re.compile(f"[{''.join(SUBSCRIPTS)}]+").match(text, place, end)
    if run:
        yield "".join(SUBSCRIPTS[c] for c in run[0]), run.end()
    digits = re.compile(r"\d+").match(text, place, end)
    if digits:
        yield digits[0], digits.end()
    braced = _INDEX.match(text, place, end)
    if braced:
        inside = next(g for g in braced.groups() if g is not None)
        inside = re.sub(r"\\(?:text|mathrm|rm)\s*|[{}\s\\,]", "", inside)
        yield inside, braced.end()
    under = re.compile(r"_([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)").match(text, place, end)
    if under:
        for stop in range(min(len(under[1]), MAX_INDEX), 0, -1):
            yield under[1][:stop], under.start(1) + stop


def _side_by_side(scanner: Scanner, word: str, begin: int, place: int) -> list[Piece] | None:
    """pq is p·q, and plog is p·log."""
    names = scanner.names
    for cut in range(1, min(len(word), MAX_INDEX)):
        head, rest = word[:cut], word[cut:]
        before = names.split(head)
        if before is None:
            continue
        if rest in FUNCTIONS and rest not in ONLY_CALLED:
            tail = _function(scanner, rest, begin + cut, place)
        elif _logarithm_first(rest) and names.split(rest[len(_logarithm_first(rest)) :]) is not None:
            name = _logarithm_first(rest)
            scanner.at = begin + cut + len(name)  # the rest is read as another word
            return [*_placed(scanner, before, begin), *(_function(scanner, name, begin + cut, scanner.at) or [])]
        elif len(rest) == 1 or letter(rest) == rest:
            tail = _name(scanner, rest, begin + cut, place)
        else:
            tail = None
        if tail is not None:
            return [*_placed(scanner, before, begin), *tail]
    whole = names.split(word)
    if whole is None:
        return None
    scanner.at = place
    return _placed(scanner, whole, begin)


def _logarithm_first(word: str) -> str:
    """The name of a logarithm with which a run of letters begins, or nothing."""
    return next((w for w in ("log", "ln") if word.startswith(w) and word != w), "")


def _placed(scanner: Scanner, parts: list[tuple[str, object]], begin: int) -> list[Piece]:
    made = []
    for name, meant in parts:
        made.append(Piece("NAME", name, begin, begin + len(name), meant))
        begin += len(name)
    return made
