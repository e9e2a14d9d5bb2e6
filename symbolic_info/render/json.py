"""A solution as data: the fields of a row of `derive -f json` that it can know."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .prose import spoken

if TYPE_CHECKING:
    from . import Linker
    from .solution import Solution

suffix = ".json"


def row(solution: Solution) -> dict[str, Any]:
    """Result, lines, conditions and evidence; id, question, derivation and time are not the solution's to say."""
    audit = solution.audit
    failed = audit is not None and not audit.ok
    infinite = solution.right.spelling in ("oo", "-oo")
    status = "unknown" if failed or solution.status != "proved" else "infinite" if infinite else "proved"
    return {
        "title": solution.title,
        "status": status,
        "result": solution.right.spelling,
        "relation": solution.relation,
        "latex": solution.right.latex,
        "text": solution.right.text,
        "claim": {"text": solution.conclusion.text, "latex": solution.conclusion.latex},
        "unit": solution.unit,
        "given": [f.spelling for f in solution.given],
        "rules": list(solution.rules),
        "steps": [
            {
                "relation": line.relation,
                "latex": line.latex,
                "text": line.text,
                "by": list(line.rules),
                "says": spoken(line.reason),
            }
            for line in solution.lines
        ],
        "equality": spoken(solution.equality) or None,
        "audit": None if audit is None else {"points": audit.points, "digits": audit.digits, "against": audit.against},
        "reason": _reason(solution),
    }


def _reason(solution: Solution) -> str | None:
    """Why it is not proved."""
    doubts = [f"{c.name}: {spoken(c.words)}" for c in solution.evidence if c.passed is False]
    return "; ".join(doubts) or None


def render(solution: Solution, link: Linker | None = None) -> str:
    """One object, indented."""
    return json.dumps(row(solution), ensure_ascii=False, indent=2) + "\n"
