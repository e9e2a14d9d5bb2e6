"""What backs a theorem, for a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sympy import Basic, Symbol

from ..kernel.check import Theorem
from ..language.distribution import Distribution, Family
from ..language.images import Image
from .assumptions import Printers
from .prose import Formula, Link, Prose
from .reasons import cited, plain_name, spoken_name

_DIGITS = 12  # of a value, its point and sign included
_LONG = 70  # a law that takes more letters is not written out beside a value


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
class Check:
    """A named check and its outcome; None where it could not be made."""

    name: str
    words: Prose
    passed: bool | None = True

    @property
    def mark(self) -> str:
        return "–" if self.passed is None else "✓" if self.passed else "✗"


def evidence(theorem: Theorem, audit: Audit | None, show: Printers) -> list[Check]:
    """What backs a theorem: the exact check, the rules, the theorems that it cites, the numbers."""
    steps = len(theorem.derivation.steps)
    found = []
    if theorem.status != "proved":
        words = "no point was found that satisfies the assumptions, so nothing is claimed"
        found.append(Check(theorem.status, (words,), passed=False))
    found.append(Check("checked exactly", (f"{steps} step{'s' if steps != 1 else ''}, each by named rules",)))
    theorems = cited(theorem.derivation)
    if rules := [r for r in theorem.rules if r not in theorems]:
        found.append(Check("rests on", (", ".join(map(spoken_name, rules)),)))
    if theorems:
        links = [Link(name, plain_name(name)) for name in theorems]
        found.append(Check("cites", tuple(p for i, link in enumerate(links) for p in ((", ", link) if i else (link,)))))
    if audit is None:
        return found
    if not audit.ok:
        return [*found, Check("numbers", (audit.reason or "the numbers do not agree",), passed=False)]
    if not audit.points or audit.digits is None:
        infinite = getattr(audit, "infinite", False) or None
        return [*found, Check("numbers", (audit.reason or "nothing that could be compared",), passed=infinite)]
    peer = "; the last line also with mpmath" if getattr(audit, "mpmath", 0) else ""
    found.append(Check("numbers", (f"{_where(audit)}, {audit.digits} digits agree{peer}",)))
    if theorem.claim.relation != "=":
        return found
    return found + [_sample(point, value, show) for point, value in audit.samples[:1] if value]


def _where(audit: Audit) -> str:
    """What was evaluated, and where."""
    number = audit.points
    if audit.against.startswith("random instances"):
        many, of = "instances" if number != 1 else "instance", audit.against.removeprefix("random instances")
        return f"{number} random {many}{of}"
    if number == 1 and audit.samples and not audit.samples[0][0]:
        return audit.against
    return f"{audit.against} at {number} random point{'s' if number != 1 else ''}"


def _sample(point: Mapping[Any, Any], value: str, show: Printers) -> Check:
    """The value at one rational point, to ten digits; a long table is not written out."""
    named = [(s if isinstance(s, Basic) else Symbol(str(s)), v) for s, v in sorted(point.items(), key=str)]
    pieces: Prose = ()
    for name, v in named:
        words: Prose = (_assigned(show.show(name), show.show(v)),)
        if isinstance(v, Distribution) and not isinstance(v, Family | Image):
            said = str(v)
            words = (show.show(name), f" = {said}") if len(said) <= _LONG else ("one random law of ", show.show(name))
        pieces += (", ", *words) if pieces else ("at ", *words)
    return Check("a value", (*pieces, ": " if named else "", _shortened(value)))


def _shortened(value: str) -> Formula:
    """Ten digits of a number, a power of ten as one."""
    digits, _, power = value.partition("e")
    if len(digits) > _DIGITS:
        digits = digits[:_DIGITS]
        digits = digits.rstrip("0").rstrip(".") if power and not digits.strip("-10.") else digits + "…"
    sign, power = ("-" if power.startswith(("-", "−")) else ""), power.lstrip("+-−")
    latex = digits.replace("…", r"\dots")
    text = digits.replace("-", "−")
    if not power:
        return Formula(latex, text)
    raised = (sign + power).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    return Formula(rf"{latex} \cdot 10^{{{sign}{power}}}", f"{text}·10{raised}")


def _assigned(name: Formula, value: Formula) -> Formula:
    return Formula(f"{name.latex} = {value.latex}", f"{name.text} = {value.text}")
