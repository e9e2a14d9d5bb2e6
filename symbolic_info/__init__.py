"""Derives, checks, cross-checks and prints the mathematics of information theory.

The public names, each imported when it is first used, so that `symbolic-info --help` need not wait for SymPy.
The vocabulary of a derivation file is `symbolic_info.blackboard`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Audit": "audit",
    "Derivation": "kernel.derivation",
    "Derived": "engine",
    "Given": "exact.given",
    "Rejected": "kernel.rule",
    "Theorem": "kernel.check",
    "Unreadable": "language.bounds",
    "calc": "kernel.derivation",
    "check": "kernel.check",
    "closed_form": "tactics.closed_form",
    "derivation_from_json": "data",
    "derivation_to_json": "data",
    "derive": "engine",
    "question": "language.parse",
    "solution": "render.solution",
    "verify": "engine",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
