"""One answer judged for a person at a terminal."""

from __future__ import annotations

import json
from typing import Any

import click

from .answers.judge import judge
from .answers.rows import said


def asked_by_name(name: str, seed: int) -> dict[str, Any] | None:
    """What the exercise of that name asks, with the numbers of a seed; None where there is no such exercise."""
    if not name.isidentifier():
        return None
    from . import exercises

    try:
        return exercises.row(name, seed)
    except LookupError:
        return None


def checked(row: dict[str, Any], as_json: bool) -> str:
    """Print the verdict on a row, and give it back: right, wrong, unclear or unreadable (which goes to stderr)."""
    made = judge(row)
    verdict: str = made["verdict"]
    shown = json.dumps(made, ensure_ascii=False, indent=2) if as_json else said(made)
    click.echo(shown, err=verdict == "unreadable" and not as_json)
    return verdict
