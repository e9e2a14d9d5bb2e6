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


def said(made: dict[str, Any]) -> str:
    """A row for a terminal."""
    how = f" ({made['how']})" if made["how"] else ""
    lines = [f"{made['verdict']}{how}"]
    for text in (made["feedback"], made["reason"]):
        if text and text.rstrip(".").lower() != made["verdict"]:
            lines.append(text)
    if made["witness"]:
        where = ", ".join(f"{s} = {v}" for s, v in made["witness"]["at"].items()) or "everywhere"
        lines.append(f"{where}: yours {made['witness']['yours']}, correct {made['witness']['correct']}")
    if made["mistake"]:
        lines.append(f"mistake: {made['mistake']}")
    return "\n".join(lines)
