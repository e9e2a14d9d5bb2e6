"""Judging a row: a pure function from data to data, which never raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from threading import RLock
from time import perf_counter
from typing import Any

from sympy import Expr, Tuple

from ..language.bounds import Unreadable
from .context import BROKEN, Asked, asked
from .decide import Decision, Witness, decide
from .decimals import rounded
from .diagnosis import Mistake, diagnose
from .lines import MAX_LINES, checked, first_wrong, healed
from .reading import Reading, read

_ONE_AT_A_TIME = RLock()  # the working precision of flint belongs to the whole process
_TEXTS = ("question", "reference", "answer", "format", "unit")


def judge(row: Any) -> dict[str, Any]:
    """The verdict on an answer: a row in, a row out, as data that JSON can say.  Nothing is raised, whatever it is."""
    start = perf_counter()
    name = row.get("id") if isinstance(row, Mapping) else None
    try:
        with _ONE_AT_A_TIME:
            made = _judged(row)
    except Unreadable as why:
        made = _row("unreadable", reason=str(why))
    except RecursionError:
        made = _row("unreadable", reason="the answer is nested too deep")
    except (*BROKEN, AssertionError, MemoryError) as why:
        made = _row("unclear", reason=f"the judging broke down: {type(why).__name__}: {str(why)[:200]}")
    return {"id": name, **made, "ms": round(1000 * (perf_counter() - start), 2)}


def _row(verdict: str, **more: Any) -> dict[str, Any]:
    empty = {"how": None, "mistake": None, "feedback": None, "witness": None, "reason": None}
    return {"verdict": verdict, **empty, **more}


def _judged(row: Any) -> dict[str, Any]:
    _checked(row)
    asks = asked(row)
    if asks.reference is None:
        return _row("unclear", reason=asks.reason)
    if row.get("lines") is not None:
        return derivation(asks, row["lines"])
    if row.get("answer") is None:
        raise Unreadable("there is no answer", "", 0, ["an answer"])
    reading = read(row["answer"], asks.names, row.get("format") or "auto", unit=asks.unit.size)
    return verdict(asks, reading)


def _checked(row: Any) -> None:
    """Refuse what is no row."""
    if not isinstance(row, Mapping):
        raise Unreadable("a row is an object with names and values", "", 0)
    for key in _TEXTS:
        if not isinstance(row.get(key), str | None):
            raise Unreadable(f"{key} is a text", "", 0)
    given, symbols, lines = row.get("given") or [], row.get("symbols") or {}, row.get("lines") or []
    if not isinstance(lines, list) or not all(isinstance(text, str) for text in lines) or len(lines) > MAX_LINES:
        raise Unreadable(f"lines is a list of at most {MAX_LINES} texts", "", 0)
    if not isinstance(given, list) or not all(isinstance(g, str) for g in given):
        raise Unreadable("given is a list of texts", "", 0)
    if not isinstance(symbols, Mapping) or not all(isinstance(v, str) for kv in symbols.items() for v in kv):
        raise Unreadable("symbols gives each name its domain in text", "", 0)


def verdict(asks: Asked, reading: Reading) -> dict[str, Any]:
    """The row of a reading that is compared with what was asked."""
    found = _decided(asks, reading)
    if found.right and reading.unit not in (None, asks.unit.name):
        feedback = f"The number is right in {asks.unit.name}; you write {reading.unit}."
        return _row("wrong", how="refuted", mistake="wrong-unit", feedback=feedback)
    if found.right:
        return _row("right", how=found.how, feedback="Right.", reason=found.reason)
    if found.how == "unclear":
        return _row("unclear", reason=found.reason)
    mistake = _mistake(asks, reading)
    witness = _witness(found.witness)
    feedback = mistake.feedback if mistake is not None else _plain(found.witness)
    name = mistake.name if mistake is not None else None
    return _row("wrong", how="refuted", mistake=name, feedback=feedback, witness=witness, reason=found.reason)


def _decided(asks: Asked, reading: Reading) -> Decision:
    """What the reading is; of several readings of an ambiguous text the one that is right."""
    first = _compared(asks, reading.expression)
    for other in reading.others if not first.right else ():
        found = _compared(asks, other)
        if found.right or (found.how == "unclear" and first.how == "refuted"):
            return found
    if first.how == "refuted" and reading.rounded is not None and isinstance(asks.reference, Expr):
        near = rounded(asks.reference, reading, asks.given)
        return near or first
    return first


def _compared(asks: Asked, answer: Any) -> Decision:
    if isinstance(asks.reference, Expr) and isinstance(answer, Expr) and not isinstance(answer, Tuple):
        return decide(asks.reference, answer, asks.given)
    return Decision("unclear", reason="an answer of another kind than the one that is asked for")


def _mistake(asks: Asked, reading: Reading) -> Mistake | None:
    if not isinstance(reading.expression, Expr) or not isinstance(asks.reference, Expr):
        return None
    return diagnose(asks.term, asks.reference, reading.expression, asks.given, asks.unit, within=_within(reading))


def _within(reading: Reading) -> Expr | None:
    """How far a decimal may be from what it stands for."""
    if reading.decimals is None or reading.rounded is None:
        return None
    ((_, half),) = reading.rounded[1].values()
    return half


def derivation(asks: Asked, texts: list[str]) -> dict[str, Any]:
    """The row of a derivation that is written line by line."""
    lines = checked(asks, texts)
    each = [
        {"verdict": _VERDICTS[d.how], "how": _how(d), "reason": d.reason} for d in (line.decision for line in lines)
    ]
    wrong = first_wrong(lines)
    if wrong is None:
        worst = next((v for v in ("unreadable", "unclear") if any(e["verdict"] == v for e in each)), "right")
        place = next((i for i, e in enumerate(each) if e["verdict"] == worst), 0)
        how = "numeric" if any(e["how"] == "numeric" for e in each) else "proved"
        return _row(
            worst, how=how if worst == "right" else None, feedback="Every line follows." if worst == "right" else None,
            reason=f"line {place + 1}: {each[place]['reason']}" if worst != "right" else None, first_wrong=None, lines=each,
        )  # fmt: skip
    line = lines[wrong]
    mistake = None
    if isinstance(line.value, Expr) and isinstance(asks.reference, Expr):
        mistake = diagnose(asks.term, asks.reference, line.value, asks.given, asks.unit)
    feedback = f"Line {wrong + 1} does not follow. " + (mistake.feedback if mistake else _plain(line.decision.witness))
    again = healed(lines, wrong)
    feedback += f" Line {again + 1} is right again." if again is not None else ""
    return _row(
        "wrong", how="refuted", mistake=mistake.name if mistake else None, feedback=feedback,
        witness=_witness(line.decision.witness), first_wrong=wrong, lines=each,
    )  # fmt: skip


_VERDICTS = {
    "proved": "right",
    "numeric": "right",
    "refuted": "wrong",
    "unclear": "unclear",
    "unreadable": "unreadable",
}


def _how(d: Decision) -> str | None:
    return d.how if d.how in ("proved", "refuted", "numeric") else None


def _witness(found: Witness | None) -> dict[str, Any] | None:
    return None if found is None else asdict(found)


def _plain(found: Witness | None) -> str:
    if found is None:
        return "This is not the answer."
    where = ", ".join(f"{s} = {v}" for s, v in found.at.items())
    return f"This is not the answer: {f'at {where} ' if where else ''}it has another value."
