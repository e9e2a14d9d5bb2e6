"""A worked solution: what a theorem and its derivation say, in words and formulas, in no particular format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sympy import Basic, Expr, Rel, Symbol
from sympy.logic.boolalg import Boolean

from ..kernel.check import Theorem
from .assumptions import Printers, assumptions
from .layout import stacked
from .notation import Stacked
from .prose import RELATIONS, Formula, Prose
from .reasons import because, plain_name
from .statement import VARIABLES, images, introduced, letters, printers, statement

_DIGITS = 12  # of a value, its point and sign included


class Audit(Protocol):
    """What a numerical cross-check has to say for itself."""

    @property
    def points(self) -> int: ...
    @property
    def digits(self) -> int | None: ...
    @property
    def against(self) -> str: ...
    @property
    def ok(self) -> bool: ...
    @property
    def reason(self) -> str: ...
    @property
    def samples(self) -> tuple[tuple[Mapping[Any, Any], str], ...]: ...


@dataclass(frozen=True)
class Line:
    """One numbered line: it stands in `relation` to the line before, for a reason, by these rules."""

    number: int
    relation: str
    formula: Formula
    reason: Prose
    rules: tuple[str, ...]

    @property
    def latex(self) -> str:
        return self.formula.latex

    @property
    def text(self) -> str:
        return self.formula.text


@dataclass(frozen=True)
class Check:
    """A named check and its outcome; None where it could not be made."""

    name: str
    words: Prose
    passed: bool | None = True

    @property
    def mark(self) -> str:
        return "–" if self.passed is None else "✓" if self.passed else "✗"


@dataclass(frozen=True)
class Solution:
    """A worked solution.  `given` are its assumptions, `aside` introduces laws that only the lines use.

    `stacked` are the rows of the conclusion in two dimensions, for a terminal.
    """

    title: str
    note: str
    statement: Prose
    given: tuple[Formula, ...]
    start: Formula
    lines: tuple[Line, ...]
    aside: Prose
    relation: str
    right: Formula
    stacked: tuple[str, ...]
    equality: Prose
    rules: tuple[str, ...]
    evidence: tuple[Check, ...]
    status: str
    unit: str
    result: Expr
    audit: Audit | None

    @property
    def conclusion(self) -> Formula:
        """left relation right."""
        sign = RELATIONS[self.relation]
        return Formula(
            f"{self.start.latex} {sign.latex} {self.right.latex}",
            f"{self.start.text} {sign.text} {self.right.text}",
            f"{self.start.spelling} {sign.spelling} {self.right.spelling}",
        )

    def _repr_html_(self) -> str:
        from . import html

        return html.fragment(self)

    def _repr_latex_(self) -> str:
        from . import latex

        return latex.chain(self)

    def _repr_markdown_(self) -> str:
        from . import markdown

        return markdown.render(self)


def solution(
    theorem: Theorem,
    *,
    title: str | None = None,
    note: str = "",
    audit: Audit | None = None,
    unit: str = "nats",
    says: Mapping[str, str] | None = None,
) -> Solution:
    """The worked solution of a theorem.

    `title` is the claim itself unless given, `note` a sentence of explanation, `says` other words for
    the names of rules.  An audit that failed, or a theorem that is vacuous, is said so in the evidence.
    """
    derivation, claim = theorem.derivation, theorem.claim
    names = letters(derivation.lines)
    show = printers(names)
    lines: list[Line] = []
    before = derivation.start
    for step in derivation.steps:
        reason = because(step.by, before, step.result, show, says or {})
        rules = tuple(r.name for r in step.by)
        line = Line(len(lines) + 1, step.relation, show.show(step.result), reason, rules)
        if lines and step.relation == "=" and line.text == lines[-1].text:
            line = _joined(lines.pop(), line)  # two steps that print alike are one line to the reader
        lines.append(line)
        before = step.result
    start = show.show(derivation.start)
    roots = {law: letter for law, letter in names.items() if letter in VARIABLES}
    whole = claim.left if claim.relation == "=" else Rel(claim.left, claim.right, claim.relation)
    later = {law: letter for law, letter in names.items() if not claim.left.has(law)}
    aside = introduced(later, derivation.lines[1:]) + images(derivation.lines, show)
    return Solution(
        title=title or printers(roots).show(whole).text,
        note=note,
        statement=statement(claim, names, show),
        given=assumptions(claim.given, derivation.lines, show),
        start=start,
        lines=tuple(lines),
        aside=("Here ", *aside, ".") if aside else (),
        relation=claim.relation,
        right=show.show(claim.right),
        stacked=_stacked(claim, Stacked(names)),
        equality=_equality(claim.relation, theorem.equality, show),
        rules=theorem.rules,
        evidence=tuple(_evidence(theorem, audit, show)),
        status=theorem.status,
        unit=unit,
        result=claim.right,
        audit=audit,
    )


def _stacked(claim: Any, printer: Stacked) -> tuple[str, ...]:
    return stacked(f"{printer.doprint(claim.left)} {RELATIONS[claim.relation].text} {printer.doprint(claim.right)}")


def _joined(first: Line, second: Line) -> Line:
    reason = (*first.reason, ", ", *second.reason)
    return replace(first, reason=reason, rules=first.rules + second.rules)


def _equality(relation: str, cases: tuple[Boolean, ...] | None, show: Printers) -> Prose:
    """When an inequality is an equality."""
    if relation not in ("<=", ">=") or not cases:
        return ()
    pieces: Prose = ()
    for i, case in enumerate(cases):
        pieces += (" and ", show.show(case)) if i else (show.show(case),)
    return ("Equality holds exactly when ", *pieces, ".")


def _evidence(theorem: Theorem, audit: Audit | None, show: Printers) -> list[Check]:
    steps = len(theorem.derivation.steps)
    found = []
    if theorem.status != "proved":
        words = "no point was found that satisfies the assumptions, so nothing is claimed"
        found.append(Check(theorem.status, (words,), passed=False))
    found.append(Check("checked exactly", (f"{steps} step{'s' if steps != 1 else ''}, each by named rules",)))
    if theorem.rules:
        found.append(Check("rests on", (", ".join(map(plain_name, theorem.rules)),)))
    if audit is None:
        return found
    if not audit.ok:
        return [*found, Check("numbers", (audit.reason or "the numbers do not agree",), passed=False)]
    if not audit.points or audit.digits is None:
        return [*found, Check("numbers", (audit.reason or "nothing that could be compared",), passed=None)]
    words = (
        f"{audit.against} at {audit.points} random point{'s' if audit.points != 1 else ''}, {audit.digits} digits agree"
    )
    found.append(Check("numbers", (words,)))
    if theorem.claim.relation != "=":
        return found
    return found + [_sample(point, value, show) for point, value in audit.samples[:1]]


def _sample(point: Mapping[Any, Any], value: str, show: Printers) -> Check:
    """The value at one rational point, to ten digits."""
    named = [(s if isinstance(s, Basic) else Symbol(str(s)), v) for s, v in sorted(point.items(), key=str)]
    pieces: Prose = ()
    for i, (name, v) in enumerate(named):
        assigned = _assigned(show.show(name), show.show(v))
        pieces += (", ", assigned) if i else ("at ", assigned)
    shown = value if "e" in value or len(value) <= _DIGITS else value[:_DIGITS] + "…"
    shown = shown.replace("-", "−")
    return Check("a value", (*pieces, f": {shown}" if named else shown))


def _assigned(name: Formula, value: Formula) -> Formula:
    return Formula(f"{name.latex} = {value.latex}", f"{name.text} = {value.text}")
