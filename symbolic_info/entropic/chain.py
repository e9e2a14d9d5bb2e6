"""A chain of lines with =, ≤ or ≥ between them, judged link by link up to the first that does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..kernel.check import Theorem, check
from ..kernel.derivation import Derivation, Step
from ..kernel.rule import Rejected
from ..language.bounds import MAX_LENGTH
from .decide import decide
from .statement import Fact, Statement
from .verdict import Verdict

_RELATION = r"(?:<=|>=|=(?!>)|≤|≥|\\(?:leq?|geq?|leqslant|geqslant)(?![a-zA-Z]))"
_BEGINS = re.compile(rf"\s*&?\s*{_RELATION}")
_ENDS = re.compile(rf"{_RELATION}\s*&?\s*$")
_BREAK = re.compile(rf"(\s*(?:\n|\\\\)\s*&?\s*)(?={_RELATION})")


@dataclass(frozen=True)
class Chain:
    """Links that follow, and after them at most one that does not.

    `line` is the number of the line, from 0, that each link leads to; `whole` derives all that follows, where that
    is one claim.
    """

    links: tuple[Verdict, ...]
    line: tuple[int, ...]
    whole: Theorem | None

    @property
    def first_wrong(self) -> int | None:
        """The line that does not follow from the one before, or is not known to."""
        return None if self.links[-1].proved else self.line[len(self.links) - 1]


def joined(lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Lines as one text, and to which line each of its relations leads; where a line says none, = is meant."""
    if sum(map(len, lines)) > MAX_LENGTH:
        return " ".join(lines), ()  # which is refused when it is read
    text, leads = "", list[int]()
    for number, line in enumerate(lines):
        inside = len(re.findall(_RELATION, line))
        if number and not _BEGINS.match(line) and not _ENDS.search(text):
            text += " ="
            leads.append(number)
        held = bool(_ENDS.search(line)) and number + 1 < len(lines)
        leads += [number] * (inside - held) + [number + 1] * held
        text += f" {line.replace('&', ' ')}" if number else line.replace("&", " ")
    return text, tuple(leads)


def continued(text: str) -> str:
    """A text in which a line that begins with a relation continues the one before; every place stays where it is."""
    return _BREAK.sub(lambda found: " " * len(found[1]), text) if len(text) <= MAX_LENGTH else text


def is_chain(statements: Sequence[Fact]) -> bool:
    """Whether there are several statements, each about what the one before ends with."""
    links = [s for s in statements if isinstance(s, Statement)]
    return 1 < len(links) == len(statements) and all(a.right == b.left for a, b in pairwise(links))


def judged(statements: Sequence[Fact], given: Sequence[Fact] = (), line: Sequence[int] = ()) -> Chain:
    """Each link proved, refuted by a table, or unknown; what stands behind one that is not proved is not looked at."""
    links: list[Verdict] = []
    for statement in statements:
        links.append(decide(statement, given, statements))
        if not links[-1].proved:
            break
    return Chain(tuple(links), tuple(line or range(1, len(statements) + 1)), _whole([v for v in links if v.proved]))


def _whole(links: Sequence[Verdict]) -> Theorem | None:
    """What the links show together, where they run in one direction."""
    theorems = [v.theorems[0] for v in links if len(v.theorems) == 1]
    if not links or len(theorems) < len(links):
        return None
    made = replace(theorems[0].derivation, steps=())
    for theorem in theorems:
        own = theorem.derivation
        if own.start != made.lines[-1]:
            return None
        made = replace(made, steps=(*made.steps, *_steps(own)), given=made.given | own.given.facts)
    try:
        return check(made)
    except Rejected:
        return None


def _steps(own: Derivation) -> Iterator[Step]:
    """The steps of a link, as one where the kernel takes them as one."""
    reasons = tuple(dict.fromkeys(r for s in own.steps for r in s.by))
    relation = next((s.relation for s in own.steps if s.relation != "="), "=")
    one = Step(relation, own.lines[-1], reasons)
    try:
        check(replace(own, steps=(one,)))
    except Rejected:
        yield from own.steps
    else:
        yield one
