"""What there is: derivations, families, quantities, rules, mistakes, exercises."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

from . import library
from .answers.mistakes import MISTAKES
from .catalogue.definition import definition
from .catalogue.members import names
from .catalogue.table import Table, read
from .engine import listed
from .exercises import listed as posed_exercises
from .families import FAMILIES
from .kernel.rule import Rule
from .language.forms import usages
from .language.quantities import QUANTITIES
from .render.prose import Formula
from .rules import RULES


def derivations() -> list[dict[str, Any]]:
    """Every derivation of the library."""
    return [listed(e) for e in library.entries()]


def families() -> list[dict[str, Any]]:
    """Every family: what it is, how it is written, and what is known of its quantities and divergences."""
    table = read()
    return [_family(name, family, table) for name, family in FAMILIES.items()]


def _family(name: str, family: Any, table: Table) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": name,
        "parameters": {p.name: p.domain.name for p in family.forms[-1] if hasattr(p, "domain")},
        "usage": " or ".join(usages(name, family.forms)),
        "title": (inspect.getdoc(family) or "").partition("\n")[0],
    }
    if name not in names():
        return row
    said = definition(name)
    return row | {
        "law": _both(said.law),
        "conditions": [c.spelling for c in said.conditions],
        "support": _both(said.support),
        "density": _both(said.density) | {"sympy": said.density.spelling},
        "quantities": dict(table.quantities.get(name, {})),
        "divergences": {status: table.of(name, status) for status in ("proved", "infinite", "reduced", "unknown")},
    }


def _both(f: Formula) -> dict[str, str]:
    return {"text": f.text, "latex": f.latex}


def family_lines(row: dict[str, Any]) -> Iterator[str]:
    """A family for a terminal."""
    yield f"{row['usage']}: {row['title']}"
    if "law" not in row:
        return
    where = ", ".join(row["conditions"])
    yield f"    {row['density']['text']} on {row['support']['text']}{f'; {where}' if where else ''}"
    for status in ("proved", "reduced", "unknown"):
        own = [word for word, found in row["quantities"].items() if found == status]
        others = row["divergences"][status]
        said = [", ".join(own)] if own else []
        said += [f"divergence from {', '.join(others)}"] if others else []
        if said:
            yield f"    {status}: {'; '.join(said)}"


def quantities() -> list[dict[str, Any]]:
    """Every quantity that a question may ask for."""
    return [{"name": name, "usage": q.usage} for name, q in QUANTITIES.items()]


def rules() -> list[dict[str, Any]]:
    """All that is believed: every rule with its statements, conditions and sources."""
    return [{"name": r.name, "statement": statement} for r in RULES.values() for statement in _statements(r)]


def mistakes() -> list[dict[str, Any]]:
    """Every mistake that a wrong answer may be explained by, with what is said to the student."""
    found: dict[str, dict[str, Any]] = {}
    for kind in MISTAKES:
        found.setdefault(kind.name, {"name": kind.name, "feedback": kind.feedback.replace("{}", "…")})
    return [found[name] for name in sorted(found)]


def exercises() -> list[dict[str, Any]]:
    """Every exercise, with the numbers of seed 0."""
    return posed_exercises()


def _statements(rule: Rule) -> list[str]:
    cases = (case for own in rule.cases.values() for case in own)
    found = [" ".join((inspect.getdoc(case) or "").split()) for case in dict.fromkeys(cases)]
    return ([rule.statement] if rule.statement else []) + found


LISTS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "derivations": derivations,
    "families": families,
    "quantities": quantities,
    "rules": rules,
    "mistakes": mistakes,
    "exercises": exercises,
}


def lines(what: str, row: dict[str, Any]) -> Iterator[str]:
    """A row for a terminal."""
    if what == "families":
        yield from family_lines(row)
    elif what == "exercises":
        yield f"{row['name']}  {row['title']}: {row['statement']}"
    else:
        yield "  ".join(str(v) for k, v in row.items() if k in ("name", "title", "usage", "statement", "feedback"))
