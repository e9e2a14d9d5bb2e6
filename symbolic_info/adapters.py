"""For others who judge answers: trainers of language models, nbgrader, Gradescope, and those used to Math-Verify.

Each takes what it is asked as a question ("H(Normal(mu, sigma))"), as the name of an exercise, or as a row of `grade`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .answers.judge import judge
from .answers.words import CONSTANTS, FUNCTIONS, GREEK, SUBSCRIPTS, greek, letter, words
from .checking import asked_by_name

Question = str | Mapping[str, Any]
_NAME = re.compile(r"\\?([A-Za-z]+|[α-ωΑ-Ωϑϕϵ])(?:_\{?([A-Za-z0-9]+)\}?)?(\d*)")
_NO_NAMES = words(
    """
    frac tfrac dfrac left right log ln lg exp sqrt cdot times text mathrm operatorname boxed begin end sum prod int
    det tr big Big infty quad qquad binom tbinom dbinom over mathbb mathcal max min
    """
)


def verdict(
    question: Question, answer: str, unit: str = "nats", given: Iterable[str] = (), seed: int = 0
) -> dict[str, Any]:
    """The row of `grade` for an answer to a question, to an exercise by name, or to a row without its answer."""
    if isinstance(question, Mapping):
        return judge({**question, "answer": answer})
    row = asked_by_name(question, seed) or {"question": question, "unit": unit, "given": list(given)}
    return judge({**row, "answer": answer})


def reward(completion: str, answer: str, symbols: Mapping[str, str] | None = None, unit: str = "nats") -> float:
    """1.0 for a completion whose last formula equals the reference `answer`, else 0.0; safe in threads.

    `symbols` gives the names their domains; without it, each name of the reference is positive, as the parameters of
    laws mostly are.  What is unclear or cannot be read earns nothing.
    """
    known = dict(symbols) if symbols is not None else names_in(answer)
    row = {"reference": answer, "answer": completion, "symbols": known, "unit": unit}
    return float(judge(row)["verdict"] == "right")


def rewards(completions: Iterable[str], answer: Iterable[str], **_: Any) -> list[float]:
    """The same for a batch, as trainers call it: reward_funcs=[rewards], with a column `answer` in the data."""
    return [reward(c, a) for c, a in zip(completions, answer, strict=True)]


def credit(question: Question, answer: str, points: float = 1.0, **more: Any) -> float:
    """The points for an answer, as the last line of an autograded nbgrader cell; prints what to say to the student.

    An answer that nobody could decide is no wrong answer: it raises, so that a person looks at the cell.
    """
    found = verdict(question, answer, **more)
    print(found["feedback"] or found["reason"])
    if found["verdict"] == "unclear":
        raise RuntimeError(f"this answer needs a person: {found['reason']}")
    return points if found["verdict"] == "right" else 0.0


def gradescope(
    rows: Iterable[Mapping[str, Any]], path: str | Path | None = None, points: float = 1.0
) -> dict[str, Any]:
    """The results.json of a Gradescope autograder for rows of `grade`; written to `path` if there is one.

    A row may have a "name" and its own "points".  Undecided answers are shown to the instructor, with no score yet.
    """
    tests = [_test(row, judge(row), float(row.get("points", points))) for row in rows]
    made = {"tests": tests, "score": sum(t["score"] for t in tests), "output_format": "text"}
    if path is not None:
        Path(path).write_text(json.dumps(made, ensure_ascii=False, indent=2), encoding="utf-8")
    return made


def _test(row: Mapping[str, Any], found: Mapping[str, Any], points: float) -> dict[str, Any]:
    right = found["verdict"] == "right"
    undecided = "This answer was not decided by the program; a person will look at it."
    output = undecided if found["verdict"] == "unclear" else str(found["feedback"] or found["reason"])
    return {
        "name": str(row.get("name") or row.get("question") or row.get("reference")),
        "score": points if right else 0.0,
        "max_score": points,
        "status": "passed" if right else "failed",
        "output": output,
        "visibility": "visible",
    }


@dataclass(frozen=True)
class Parsed:
    """A text whose last formula can be read, with its names."""

    text: str
    names: tuple[tuple[str, str], ...]


def parse(text: str, symbols: Mapping[str, str] | None = None) -> list[Parsed]:
    """What Math-Verify's `parse` gives, near enough: a list with what was read, empty if nothing was."""
    names = dict(symbols) if symbols is not None else names_in(text)
    readable = judge({"reference": "0", "answer": text, "symbols": names})["verdict"] != "unreadable"
    return [Parsed(text, tuple(sorted(names.items())))] if readable else []


def verify(gold: list[Parsed], target: list[Parsed]) -> bool:
    """Whether the target equals the gold answer, as Math-Verify's `verify(gold, target)` says it.

    True only for what is right: proved, or agreeing to 50 digits at many points.
    """
    return any(_equal(g, t) for g in gold for t in target)


def _equal(gold: Parsed, target: Parsed) -> bool:
    names = {**dict(target.names), **dict(gold.names)}
    return judge({"reference": gold.text, "answer": target.text, "symbols": names})["verdict"] == "right"


def names_in(text: str) -> dict[str, str]:
    """The names in a formula, each positive: the domain that is assumed where none is given."""
    found: dict[str, str] = {}
    plain = "".join(f"_{SUBSCRIPTS[c]}" if c in SUBSCRIPTS else c for c in text)
    for m in _NAME.finditer(plain):
        stem, index = m[1], m[2] or m[3]
        name = (greek(stem) if len(stem) == 1 else None) or letter(stem)
        called = plain[m.end() :].lstrip().startswith(("(", "\\left"))
        if stem in _NO_NAMES or name in CONSTANTS or (name in FUNCTIONS and (called or name not in GREEK)):
            continue
        for part in [name] if name in GREEK or index else name:
            if part not in CONSTANTS:
                found[f"{part}_{index}" if index else part] = "positive"
    return found
