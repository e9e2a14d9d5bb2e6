"""What there is: derivations, families, quantities, rules."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from . import library
from .engine import listed
from .families import FAMILIES
from .kernel.rule import Rule
from .language.forms import usages
from .language.quantities import QUANTITIES
from .rules import RULES


def derivations() -> list[dict[str, Any]]:
    """Every derivation of the library."""
    return [listed(e) for e in library.entries()]


def families() -> list[dict[str, Any]]:
    """Every family: how it is written, its parameters with their domains, and what it says of itself."""
    return [
        {
            "name": name,
            "parameters": {p.name: p.domain.name for p in family.forms[-1] if hasattr(p, "domain")},
            "usage": " or ".join(usages(name, family.forms)),
            "title": (inspect.getdoc(family) or "").partition("\n")[0],
        }
        for name, family in FAMILIES.items()
    ]


def quantities() -> list[dict[str, Any]]:
    """Every quantity that a question may ask for."""
    return [{"name": name, "usage": q.usage} for name, q in QUANTITIES.items()]


def rules() -> list[dict[str, Any]]:
    """All that is believed: every rule with its statements, conditions and sources."""
    return [{"name": r.name, "statement": statement} for r in RULES.values() for statement in _statements(r)]


def _statements(rule: Rule) -> list[str]:
    cases = (case for own in rule.cases.values() for case in own)
    found = [" ".join((inspect.getdoc(case) or "").split()) for case in dict.fromkeys(cases)]
    return ([rule.statement] if rule.statement else []) + found


LISTS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "derivations": derivations,
    "families": families,
    "quantities": quantities,
    "rules": rules,
}
