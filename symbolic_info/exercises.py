"""The exercises on disk: listed, made into rows for `check`, and worked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from . import library
from .engine import Derived, derive
from .exercise import Exercise, filled
from .render.book import Entry

CHAPTER = "Exercises"


@dataclass(frozen=True)
class Posed:
    """An exercise with the numbers of a seed."""

    name: str
    title: str
    statement: str
    question: str
    given: tuple[str, ...]
    unit: str
    file: str


def posed(name: str, seed: int = 0) -> Posed:
    """The exercise of that name, with the numbers of a seed; LookupError where there is none."""
    entry = library.exercise(name)
    made: Exercise = entry.exercise
    numbers = made.drawn(seed)
    return Posed(
        name,
        filled(entry.title, numbers),
        filled(entry.note, numbers),
        made.asked(seed),
        tuple(made.conditions(seed)),
        made.unit.name,
        entry.file,
    )


def row(name: str, seed: int = 0) -> dict[str, Any]:
    """What `check` and `grade` are to be asked with an answer to the exercise."""
    found = posed(name, seed)
    return {"question": found.question, "given": list(found.given), "unit": found.unit}


def worked(name: str, seed: int = 0) -> Derived:
    """The exercise derived, checked, cross-checked and worked, its statement before the solution."""
    found = posed(name, seed)
    derived = derive(found.question, found.given, found.unit)
    if derived.solution is None:
        return derived
    return replace(derived, solution=replace(derived.solution, title=found.title, note=found.statement))


def listed(seed: int = 0) -> list[dict[str, Any]]:
    """Every exercise, for `list exercises`."""
    return [vars(posed(name, seed)) for name in library.exercise_names()]


def pages() -> Iterator[Entry]:
    """The worked solutions for the book."""
    for name in library.exercise_names():
        found, done = posed(name), worked(name)
        yield Entry(name, found.title, CHAPTER, found.statement, done.solution, (), done.status, done.ms)
