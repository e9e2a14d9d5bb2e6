"""The rows that judging gives back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .decide import Witness


def row(verdict: str, **more: Any) -> dict[str, Any]:
    """A row with every name that it must have."""
    empty = {"how": None, "mistake": None, "feedback": None, "witness": None, "reason": None}
    return {"verdict": verdict, **empty, **more}


def witness(found: Witness | None) -> dict[str, Any] | None:
    """A witness as data."""
    return None if found is None else asdict(found)


def plain(found: Witness | None) -> str:
    """What can be said of a wrong answer without knowing why."""
    if found is None:
        return "This is not the answer."
    where = ", ".join(f"{s} = {v}" for s, v in found.at.items())
    return f"This is not the answer: {f'at {where} ' if where else ''}it has another value."
