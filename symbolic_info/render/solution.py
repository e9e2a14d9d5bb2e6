"""A worked solution: what a theorem and its derivation say, in words and formulas, in no particular format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sympy import Eq, Expr, Rel
from sympy.logic.boolalg import Boolean

from ..kernel.check import Theorem
from ..language.terms import MutualInformation
from .assumptions import Printers, assumptions
from .diagram import Diagram, diagram
from .evidence import Audit, Check, evidence
from .layout import stacked
from .listing import Listing, listings
from .notation import Stacked
from .prose import RELATIONS, Formula, Prose
from .reasons import because
from .statement import VARIABLES, images, introduced, letters, printers, statement


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
class Solution:
    """A worked solution.  `given` are its assumptions, `aside` introduces laws that only the lines use.

    `stacked` are the rows of the conclusion in two dimensions, for a terminal, `tables` the joint tables of which it
    speaks, `diagram` the information diagram of its claim.
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
    tables: tuple[Listing, ...] = ()
    diagram: Diagram | None = None

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
        reason = because(step.by, before, step.result, show, says or {}, claim.given)
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
        evidence=tuple(evidence(theorem, audit, show)),
        status=theorem.status,
        unit=unit,
        result=claim.right,
        audit=audit,
        tables=listings(derivation.lines, show),
        diagram=diagram(claim.left, claim.right, show),
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
    for i, case in enumerate({_said(c): c for c in cases}.values()):
        pieces += (" and ", show.show(case)) if i else (show.show(case),)
    return ("Equality holds exactly when ", *pieces, ".")


def _said(case: Boolean) -> object:
    """What a case says; I(X; Y | Z) = 0 says the same as I(Y; X | Z) = 0."""
    if isinstance(case, Eq) and isinstance(case.lhs, MutualInformation):
        law, a, b, c = case.lhs.args
        return law, frozenset((a, b)), c, case.rhs
    return case
