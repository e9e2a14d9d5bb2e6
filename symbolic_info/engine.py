"""From a question to a checked, cross-checked worked solution."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from sympy import Expr

from . import library
from .audit import Audit, audit
from .data import derivation_to_json
from .kernel.check import Citation, Theorem, check
from .kernel.derivation import Derivation
from .kernel.rule import Rejected
from .language.bounds import Unreadable
from .language.information import JS, Renyi, RenyiDivergence
from .language.operators import ArgMax, ArgMin
from .language.parse import Question, question
from .language.terms import KL, ConditionalEntropy, CrossEntropy, Entropy, Measured, MutualInformation, SelfInformation
from .language.units import UNITS
from .render.json import row as solution_row
from .render.solution import Solution, solution
from .render.statement import printers
from .tactics.closed_form import Found, closed_form
from .tactics.contradiction import contradiction

# What a search or a printer may stumble over: a question that breaks them is one that could not be decided.
BROKEN = (ArithmeticError, LookupError, NotImplementedError, RecursionError, TypeError, AttributeError, ValueError)
INFORMATION = (
    Entropy, CrossEntropy, KL, ConditionalEntropy, MutualInformation, SelfInformation, Renyi, RenyiDivergence, JS,
)  # fmt: skip


@dataclass(frozen=True)
class Derived:
    """What came of a question: `status` is proved, infinite, reduced, unknown (with its reason) or unreadable."""

    question: str
    status: str
    unit: str = "nats"
    theorem: Theorem | None = None
    solution: Solution | None = None
    audit: Audit | None = None
    reason: str | None = None
    ms: float = 0.0


def derive(text: str, given: Sequence[str] = (), unit: str = "nats") -> Derived:
    """Derive the answer to a question in text, in nats or bits, check it and cross-check it.

    Raises Unreadable where the text asks no question, ValueError for an unknown unit.
    """
    if unit not in UNITS:
        raise ValueError(f"no unit {unit!r}; there are {', '.join(UNITS)}")
    start = perf_counter()
    try:
        asked = question(text, given)
        against = _contradicted(asked)
        if against is not None:
            return Derived(text, "unknown", unit, reason=against, ms=_since(start))
        found = closed_form(asked.term, asked.given)
        if unit != "nats" and found.status != "infinite" and _is_amount(asked.term):
            found = closed_form(Measured(asked.term, UNITS[unit].symbol), asked.given)
        return _finished(text, replace(found, reason=_plainly(found.reason)), unit, start)
    except BROKEN as why:
        broken = f"the search broke down: {type(why).__name__}: {why}"
        return Derived(text, "unknown", unit, reason=broken, ms=_since(start))


def _contradicted(asked: Question) -> str | None:
    """What cannot hold together, in words, where conditions contradict each other or the laws of the question."""
    found = contradiction(asked.term, asked.given)
    if found is None:
        return None
    show = printers({})
    here, *others = (show.show(c).text for c in (found.condition, *found.others))
    if found.condition in asked.given:
        return f"the condition {here} contradicts what is known: {' and '.join(others)}"
    return f"the laws of this question contradict each other: {here} and {' and '.join(others)}"


def _plainly(reason: str | None) -> str | None:
    """A reason with the bound variables under the names that a question has for them."""
    return None if reason is None else re.sub(r"\b_([xyzuvw])\b", r"\1", reason)


def _is_amount(term: Expr) -> bool:
    """Whether the term is an amount of information, and so has a unit."""
    return bool(term.atoms(*INFORMATION)) and not isinstance(term, ArgMax | ArgMin)


def _finished(text: str, found: Found, unit: str, start: float) -> Derived:
    status, reason = found.status, found.reason
    if found.theorem is None:
        return Derived(text, status, unit, reason=reason, ms=_since(start))
    checked = audit(found.theorem)
    if not checked.ok:
        status, reason = "unknown", f"the numerical cross-check disagrees: {checked.reason}"
    shown = solution(found.theorem, audit=checked, unit=unit)
    return Derived(text, status, unit, found.theorem, shown, checked, reason, _since(start))


def _since(start: float) -> float:
    return round(1000 * (perf_counter() - start), 1)


def row(derived: Derived, name: Any = None) -> dict[str, Any]:
    """The derived answer as a row of `derive -f json`."""
    made = solution_row(derived.solution) if derived.solution is not None else _empty(derived.unit)
    return {
        "id": name,
        "question": derived.question,
        **made,
        "status": derived.status,
        "derivation": derivation_to_json(derived.theorem.derivation) if derived.theorem is not None else None,
        "reason": derived.reason,
        "ms": derived.ms,
    }


def _empty(unit: str) -> dict[str, Any]:
    return {
        "result": None, "latex": None, "text": None, "unit": unit, "given": [], "rules": [], "steps": [], "audit": None,
    }  # fmt: skip


@dataclass(frozen=True)
class Verified:
    """What came of re-checking a derivation: `status` is proved, vacuous or failed (with its reason)."""

    name: str
    status: str
    theorem: Theorem | None
    audit: Audit | None
    ms: float
    reason: str = ""

    @property
    def ok(self) -> bool:
        return self.status == "proved"


def verify(name: str, derivation: Derivation) -> Verified:
    """Check a derivation and cross-check it numerically."""
    start = perf_counter()
    try:
        theorem = check(derivation)
    except Rejected as why:
        return Verified(name, "failed", None, None, _since(start), str(why))
    checked = audit(theorem)
    status = "failed" if not checked.ok else "vacuous" if getattr(checked, "no_instance", False) else theorem.status
    return Verified(name, status, theorem, checked, _since(start), checked.reason)


def verified_row(verified: Verified) -> dict[str, Any]:
    """The result as a row of `verify -f json`."""
    theorem, checked = verified.theorem, verified.audit
    return {
        "name": verified.name,
        "status": verified.status,
        "rules": list(theorem.rules) if theorem else [],
        "steps": len(theorem.derivation.steps) if theorem else 0,
        "digits": checked.digits if checked else None,
        "ms": verified.ms,
        "reason": verified.reason or None,
    }


def cited(derivation: Derivation) -> tuple[str, ...]:
    """The names of the theorems that a derivation cites, in order of use."""
    found = (r.name for s in derivation.steps for r in s.by if isinstance(r, Citation))
    return tuple(dict.fromkeys(found))


def entry_solution(entry: library.Entry, verified: Verified) -> Solution | None:
    """The worked solution of a derivation of the library."""
    if verified.theorem is None:
        return None
    return solution(verified.theorem, title=entry.title, note=entry.note, audit=verified.audit)


def listed(entry: library.Entry) -> dict[str, Any]:
    """A derivation of the library as a row of `list derivations -f json`."""
    claim = solution(check(entry.derivation), title=entry.title).conclusion
    return {
        "name": entry.name,
        "title": entry.title,
        "chapter": entry.chapter,
        "ids": list(entry.ids),
        "claim": {"text": claim.text, "latex": claim.latex},
        "file": entry.file,
    }


def batch_row(data: Mapping[str, Any]) -> dict[str, Any]:
    """A row of `derive --batch` answered; what is wrong with a row is said in it, and nothing is raised."""
    text, unit, given = data.get("question"), data.get("unit") or "nats", data.get("given") or []
    texts = isinstance(text, str) and isinstance(unit, str) and isinstance(given, list)
    if not texts or not all(isinstance(g, str) for g in given):
        return unreadable_row("a row needs a question and a unit in text, and given as a list of texts", data)
    try:
        return row(derive(str(text), given, unit), data.get("id"))
    except (Unreadable, ValueError) as why:
        return unreadable_row(str(why), data)


def unreadable_row(reason: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The row of a question that cannot be read."""
    asked = (data or {}).get("question")
    return row(Derived(asked if isinstance(asked, str) else "", "unreadable", reason=reason), (data or {}).get("id"))
