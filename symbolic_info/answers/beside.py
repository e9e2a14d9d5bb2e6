"""The unit that stands beside a formula, and the marks at its ends.

Only the last characters are looked at, so that no text takes long.
"""

from __future__ import annotations

import re

Span = tuple[int, int]
UNITS = {
    word: unit
    for unit, words in {
        "nats": "nat nats nit nits",
        "bits": "bit bits Sh shannon shannons Bit Bits",
        "dits": "dit dits ban bans hartley hartleys Hart",
    }.items()
    for word in words.split()
}
TAIL = 100
_SPACE = r"(?:\s|~|\\[,;:! ]|\\q?quad(?![a-z]))"
_END = re.compile(r"(?:\s|[.,;:?`$]|\\[,;: ]|\\\\|\\q?quad)$")
_CLOSING = re.compile(r"[\s.,;:!$)\]}]$|\\[,;)\] ]$")
_WORD = re.compile(rf"(?<![A-Za-z\\])({'|'.join(UNITS)})(?:\s*(?:/|per)\s*[a-z]+(?: use)?)?$")
_BEFORE = re.compile(
    rf"(?:{_SPACE}|[(\[{{]|\\(?:text|mathrm|textrm|mbox|rm|operatorname|textit|mathit|textbf)|\b(?:in|units? of))$"
)
_AFTER = re.compile(
    rf"(?:\$|\\\)|\\\])?(?:{_SPACE}|[(\[{{]|\\(?:text|mathrm|mbox|rm)\{{){{0,8}}(?:in\s+)?({'|'.join(UNITS)})\b"
)


def unit_after(text: str, at: int) -> str | None:
    """The unit that comes next in a text."""
    found = _AFTER.match(text, at, at + TAIL)
    return UNITS[found[1]] if found else None


def without_unit(text: str, span: Span) -> tuple[Span, str | None]:
    """The span without a unit at its end, and without the spaces and marks at its ends; and the unit."""
    begin, end = span
    stop, closed = end, ""
    while stop > begin and (m := _CLOSING.search(text[max(begin, stop - 2) : stop])):
        closed += m[0] if m[0] in ")]}" else ""
        stop -= len(m[0])
    word = _WORD.search(text[max(begin, stop - TAIL) : stop])
    unit = UNITS[word[1]] if word else None
    if word:
        end = stop - len(word[0])
        while end > begin and (m := _BEFORE.search(text[max(begin, end - 12) : end])):
            closed = closed.replace({"(": ")", "[": "]", "{": "}"}.get(m[0], "none"), "", 1)
            end -= len(m[0])
        for bracket in closed:  # (1.5 bits): what opened stands at the other end
            begin += text[begin:end].lstrip().startswith({")": "(", "]": "[", "}": "{"}[bracket])
    while end > begin and (m := _END.search(text[max(begin, end - 6) : end])):
        end -= len(m[0])
    while begin < end and (text[begin].isspace() or text[begin] in "`:;,"):
        begin += 1
    if text[begin : begin + 2] == "**":
        begin += 2
    return (begin, end), unit
