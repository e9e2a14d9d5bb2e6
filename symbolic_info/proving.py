"""From statements in text to verdicts: worked solutions, and rows of `prove`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from time import perf_counter
from typing import Any

from .audit import audit
from .data import derivation_to_json
from .entropic.chain import Chain, continued, is_chain, joined, judged
from .entropic.consistency import contradiction, forced
from .entropic.decide import decide
from .entropic.instance import refutation, value
from .entropic.reading import facts_in, read
from .entropic.statement import Fact, Statement
from .entropic.verdict import NON_SHANNON, PROVED, REFUTED, UNKNOWN, Verdict
from .kernel.check import Theorem
from .language.bounds import Unreadable
from .render import render
from .render.json import row as solution_row
from .render.solution import Solution, solution

# What goes first when there are several statements: all of them must be true.
WORST = (REFUTED, UNKNOWN, NON_SHANNON, PROVED)


def verdicts(
    text: str, given: Sequence[str] = (), line: Sequence[int] = ()
) -> tuple[list[Verdict], tuple[Fact, ...], Chain | None]:
    """The verdict on each statement of a text, and the facts.  Raises Unreadable.

    Relations that follow one another, a = b <= c, are a chain, which is judged up to the first link that does not
    follow; `line` says to which line each leads.
    """
    statements, facts = read(continued(text), given)
    if not statements:
        raise Unreadable("a statement is wanted", text, 0, ["H(X) >= 0"])
    if (against := contradiction(facts)) is not None:
        raise _contradicted(*against, given)
    constants = forced(facts)
    notes = (f"the facts force {', '.join(constants)} to be constant",) if constants else ()
    chain = judged(statements, facts, line) if is_chain(statements) else None
    found = chain.links if chain is not None else [decide(s, facts) for s in statements]
    return [replace(v, notes=(*v.notes, *notes)) for v in found], facts, chain


def _contradicted(forced: str, number: int, given: Sequence[str]) -> Unreadable:
    """The error that points at the fact that does not go with the others."""
    texts = [text for text in given for _ in facts_in(text)]
    return Unreadable(f"the facts contradict each other: together they force {forced}", texts[number], 0)


def solutions(
    verdict: Verdict, facts: Sequence[Fact], write: Callable[[Theorem], Solution] = solution
) -> list[Solution]:
    """The worked solutions of a verdict: of each theorem, or of the refutation."""
    if verdict.counterexample is not None and isinstance(verdict.statement, Statement):
        return [refutation(verdict.statement, facts, verdict.counterexample, verdict.missing, write)]
    made = [write(t) for t in verdict.theorems]
    return [replace(s, title=s.conclusion.text) for s in made]


def _audited(theorem: Theorem) -> Solution:
    """The solution with what the numbers say, where they say something."""
    numbers = audit(theorem)
    return solution(theorem, audit=numbers if not numbers.ok or numbers.digits else None)


def page(
    found: Sequence[Verdict], facts: Sequence[Fact], style: str, chain: Chain | None = None
) -> tuple[str, str, list[str]]:
    """The verdicts in a format, the worst of them, and what is said beside the page."""
    pages = [render(s, style) for v in found for s in solutions(v, facts, _audited)]
    if chain is not None and chain.whole is not None:
        made = _audited(chain.whole)
        last = solutions(found[-1], facts, _audited) if chain.first_wrong is not None else []
        wrong = [replace(s, title=f"Line {chain.first_wrong}: {s.title}") for s in last]
        pages = [render(s, style) for s in (replace(made, title=made.conclusion.text), *wrong)]
    remarks = [f"{v.statement}: {n}" for v in found for n in v.notes]
    remarks += [f"could not decide: {v.statement}: {v.reason}" for v in found if v.verdict == UNKNOWN]
    return "\n".join(pages), min((v.verdict for v in found), key=WORST.index), remarks


def row(text: str, given: Sequence[str] = (), name: Any = None, line: Sequence[int] = ()) -> dict[str, Any]:
    """The row of `prove -f json`.  Raises Unreadable."""
    start = perf_counter()
    found, facts, chain = verdicts(text, given, line)
    ms = round(1000 * (perf_counter() - start), 2)
    return {**empty(name, text), **_told(found, facts), **(_links(chain) if chain else {}), "ms": ms}


def _links(chain: Chain) -> dict[str, Any]:
    """Each link of a chain with the names of its rules, and the first line that does not follow."""
    made = [
        {"line": n, "statement": str(v.statement), "verdict": v.verdict, "by": list(dict.fromkeys(_named(v)))}
        for n, v in zip(chain.line, chain.links, strict=False)
    ]
    return {"lines": made, "first_wrong": chain.first_wrong}


def _named(verdict: Verdict) -> Iterator[str]:
    return (r.name for t in verdict.theorems for s in t.derivation.steps for r in s.by)


def _told(found: Sequence[Verdict], facts: Sequence[Fact]) -> dict[str, Any]:
    worst = min((v.verdict for v in found), key=WORST.index)
    decisive = [v for v in found if v.verdict == worst] if worst in (REFUTED, UNKNOWN) else found
    shown = [s for v in decisive for s in solutions(v, facts)]
    certificates = [_exact(v.certificate) for v in decisive if v.proved]
    return {
        "verdict": worst,
        "claim": [s.conclusion.text if worst == REFUTED else s.conclusion.spelling for s in shown],
        "given": list(map(str, facts)),
        "steps": [step for s in shown if worst != REFUTED for step in solution_row(s)["steps"]],
        "certificate": {"all of": certificates} if len(certificates) > 1 else next(iter(certificates), None),
        "equality_iff": [e for v in decisive for e in v.equality],
        "counterexample": _table(decisive[0]) if worst == REFUTED else None,
        "missing": [str(m) for v in decisive for m in v.missing],
        "rules": list(dict.fromkeys(r for v in decisive for t in v.theorems for r in t.rules)),
        "derivations": [derivation_to_json(t.derivation) for v in decisive for t in v.theorems],
        "notes": list(dict.fromkeys(n for v in found for n in v.notes)),
        "reason": next((v.reason for v in decisive if v.reason), None),
    }


def _exact(certificate: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[str, str]]:
    return {kind: {what: str(x) for what, x in parts.items()} for kind, parts in certificate.items()}


def _table(verdict: Verdict) -> dict[str, Any] | None:
    """The counterexample as data: the probability of each outcome, and both sides in nats."""
    found = verdict.counterexample
    if found is None:
        return None
    return {
        "variables": list(found.table.variables),
        "pmf": {f"({', '.join(map(str, at))}{',' * (len(at) == 1)})": str(p) for at, p in found.table.pmf.items()},
        "left": str(value(found.left)),
        "right": str(value(found.right)),
        "statement": str(verdict.statement),
    }


def empty(name: Any, text: str, reason: str | None = None) -> dict[str, Any]:
    """The row of a statement about which nothing is known; of one that cannot be read, if there is a reason."""
    return {
        "id": name, "statement": text, "verdict": "unreadable" if reason else UNKNOWN, "claim": [], "given": [],
        "steps": [], "certificate": None, "equality_iff": [], "counterexample": None, "missing": [], "rules": [],
        "derivations": [], "notes": [], "lines": [], "first_wrong": None, "reason": reason, "ms": 0.0,
    }  # fmt: skip


def batch_row(data: Any) -> dict[str, Any]:
    """A row of `prove --batch` answered; what is wrong with a row is said in it, and nothing is raised."""
    if not isinstance(data, dict):
        return empty(None, "", "a row is a JSON object")
    name, text, given = data.get("id"), data.get("statement"), data.get("given") or []
    lines, line = data.get("lines"), tuple[int, ...]()
    if isinstance(lines, list) and lines and all(isinstance(part, str) for part in lines):
        text, line = joined(lines)
    if not isinstance(text, str) or not isinstance(given, list) or not all(isinstance(g, str) for g in given):
        shown = text if isinstance(text, str) else ""
        return empty(name, shown, "a row needs a statement in text, or lines, and given as a list of texts")
    try:
        return row(text, given, name, line)
    except Unreadable as why:
        return empty(name, text, str(why))
