"""The pieces of a formula, before their arrangement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Piece:
    """A piece of a formula: its kind, its text and place, what it means, whether space stands before it."""

    kind: str
    text: str
    at: int
    end: int
    value: Any = None
    spaced: bool = False
