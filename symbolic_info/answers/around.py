"""What stands around a formula: delimiters, boxes, sentences, units, left-hand sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from ..language.bounds import MAX_LENGTH, Unreadable
from .beside import UNITS, Span, unit_after, without_unit
from .names import Names
from .prose import ASIDE, COMMON
from .words import CONSTANTS, FUNCTIONS, GREEK, RELATIONS, letter

_DISPLAY = re.compile(
    r"\$\$(.+?)\$\$|\$([^$]+)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]"
    r"|\\begin\{(?:equation|align|aligned|gather|displaymath|math|split)\*?\}(.+?)\\end\{(?:equation|align|aligned|gather|displaymath|math|split)\*?\}",
    re.S,
)
_WORD = re.compile(r"(?<![^\s.,:;(*\"'`])[A-Za-z][A-Za-z'’]*(?![^\s.,:;!?)*\"'`])")
_SIGN = re.compile(
    r"\\(?:approx|simeq|cong|leqslant|geqslant|leq|geq|le|ge|lt|gt|neq|ne|equiv|sim|doteq)(?![A-Za-z])|:=|[<>=!]=|[=<>≤≥≠≈≃≅≡∼]"
)
_SAID = re.compile(r"\\(?:text|textbf|textrm|textit|mbox)\{([^{}]*)\}")
_TAGGED = re.compile(r"<answer>(.*?)</answer>", re.S)
_CASE = re.compile(
    r"[,;]?(?:\s|\\q?quad|\\[,;: ]){0,6}"
    r"\\(?:text|mbox|textrm)\{\s?\(?(?:if|for|where|when|with|since|as|provided)\b"
)
_BETWEEN = re.compile(r"[,;](?!\d{3}\b)|\band\b|\\text\{ *and *\}|\\quad")
_ARROW = re.compile(r"-+>|=>|⇒|⟹|⟶|\\(?:Rightarrow|implies|Longrightarrow|to|rightarrow|longrightarrow)(?![A-Za-z])|→")


@dataclass(frozen=True)
class Found:
    """Where the formula stands, and the unit beside it."""

    span: Span
    unit: str | None


def screened(text: str) -> None:
    """Refuse what is empty, too long, or not clean."""
    if not text.strip():
        raise Unreadable("there is nothing to read", text, 0, ["a formula"])
    if len(text) > MAX_LENGTH:
        raise Unreadable(f"the text has {len(text)} characters; at most {MAX_LENGTH} are read", text[:200], 0)
    for place, char in enumerate(text):
        if char > "~" or char < " ":
            kind = category(char)
            if kind in ("Cc", "Cs", "Co", "Cn") and char not in "\t\r\n":
                raise Unreadable(f"the character U+{ord(char):04X} is no part of a formula", text, place)


def boxed(text: str) -> Span | None:
    """The inside of the last \\boxed{…}."""
    at = max(text.rfind("\\boxed{"), text.rfind("\\fbox{"))
    if at < 0:
        return None
    begin, depth = text.index("{", at), 0
    for i in range(begin, len(text)):
        depth += (text[i] == "{") - (text[i] == "}")
        if depth == 0:
            return begin + 1, i
    raise Unreadable("this brace is never closed", text, begin, ["}"])


def spans(text: str, names: Names) -> Iterator[Found]:
    """Where the answer may stand, the likeliest first."""
    tagged = _TAGGED.search(text)
    if tagged is not None:
        inside, unit = without_unit(text, tagged.span(1))
        yield Found(inside, unit)
    box = boxed(text)
    if box is not None:
        inside, unit = without_unit(text, box)
        shown = [m.span(m.lastindex or 0) for m in _DISPLAY.finditer(text, *inside)]
        yield Found(shown[-1] if shown else inside, unit or unit_after(text, box[1] + 1))
        return
    said = [(m.span(m.lastindex or 0), m.end()) for m in _DISPLAY.finditer(text)]
    if said:
        kept = [s for i, s in enumerate(said) if not i or not _is_aside(text[said[i - 1][1] : s[0][0]])]
        for span, end in [*kept[::-1], *said[::-1]]:
            inside, unit = without_unit(text, span)
            yield Found(inside, unit or unit_after(text, end))
        return
    cut = _CASE.search(text)
    whole, unit = without_unit(text, (0, cut.start() if cut and cut.start() else len(text)))
    segments = list(_segments(text, whole, names))
    for span in segments[::-1]:
        inside, own = without_unit(text, span)
        yield Found(inside, own or unit)


def _is_aside(between: str) -> bool:
    return bool(ASIDE.match(between))


def _segments(text: str, span: Span, names: Names) -> Iterator[Span]:
    """The pieces between the words of a sentence; the whole where there are no words."""
    said = [m for m in _SAID.finditer(text, *span) if _is_prose(m[1], names)]
    inside = [m.span() for m in said]
    words = [m for m in _WORD.finditer(text, *span) if not _is_formula(m[0], names)]
    words = [m for m in words if not any(a <= m.start() < b for a, b in inside)]
    prose = [m for m in words if m[0].lower() in COMMON] + said
    words = sorted([*words, *said], key=lambda m: m.start())
    if not prose:
        yield span
        return
    begin = span[0]
    for m in words:
        if text[begin : m.start()].strip(" .,:;$`\n\t*("):
            yield begin, m.start()
        begin = m.end()
    if text[begin : span[1]].strip(" .,:;$`\n\t*)'’"):
        yield begin, span[1]


def _is_prose(said: str, names: Names) -> bool:
    """Whether what stands in \\text{…} is words of a sentence."""
    words = re.findall(r"[A-Za-z]+", said)
    return any(not _is_formula(w, names) and w not in UNITS for w in words) and (len(words) > 1 or ":" in said)


def _is_formula(word: str, names: Names) -> bool:
    known = word in FUNCTIONS or word in CONSTANTS or letter(word).lower() in GREEK or names.has(word)
    return len(word) == 1 or known


def statements(text: str) -> list[str]:
    """A line with several equations, a = 1, b = 2, as these; any other as it is."""
    if len(text) > MAX_LENGTH or text.count("=") < 2:
        return [text]
    cuts = [m for m in _BETWEEN.finditer(text) if _depth(text, 0, m.start()) == 0]
    ends = [*(m.start() for m in cuts), len(text)]
    parts = [text[a:b] for a, b in zip([0, *(m.end() for m in cuts)], ends, strict=True)]
    return parts if len(parts) < 9 and all("=" in part for part in parts) else [text]


def members(text: str, span: Span) -> tuple[list[Span], list[str]]:
    """The members of a chain of relations outside of brackets, and the signs between them."""
    begin, end = span
    for arrow in _ARROW.finditer(text, begin, end):
        if _depth(text, begin, arrow.start()) == 0 and text[arrow.end() : end].strip():
            begin = arrow.end()
    found: list[Span] = []
    signs: list[str] = []
    at = begin
    for m in _SIGN.finditer(text, begin, end):
        if _depth(text, begin, m.start()) == 0:
            found.append((at, m.start()))
            signs.append(RELATIONS[m[0].lstrip("\\")])
            at = m.end()
    found.append((at, end))
    if found and not text[slice(*found[0])].strip(" &\\\n\t") and len(found) > 1:
        found, signs = found[1:], signs[1:]
    return found, signs


def _depth(text: str, begin: int, end: int) -> int:
    part = text[begin:end]
    return sum(map(part.count, "([{")) - sum(map(part.count, ")]}"))
