"""Judging a row: a pure function from data to data, which never raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import RLock
from time import perf_counter
from typing import Any

from sympy import Expr, oo

from ..language.binder import Term
from ..language.bounds import Unreadable
from ..language.terms import Expectation
from .context import Asked, asked
from .decide import Decision, decide
from .derivation import derivation
from .diagnosis import Mistake, diagnose, remark
from .kinds import compared
from .laws import Laws
from .lines import MAX_LINES
from .reading import Reading, read
from .rows import plain, row
from .rows import witness as witness_of
from .sizes import is_long

_ONE_AT_A_TIME = RLock()  # the working precision of flint belongs to the whole process
_TEXTS = ("question", "reference", "answer", "format", "unit")


def judge(given: Any) -> dict[str, Any]:
    """The verdict on an answer: a row in, a row out, as data that JSON can say.  Nothing is raised, whatever it is."""
    start = perf_counter()
    name = given.get("id") if isinstance(given, Mapping) else None
    try:
        with _ONE_AT_A_TIME:
            made = _judged(given)
    except Unreadable as why:
        made = row("unreadable", reason=str(why))
    except RecursionError:
        made = row("unreadable", reason="the answer is nested too deep")
    except Exception as why:  # whatever a stranger's text may break below: the row says so, and no other is affected
        made = row("unclear", reason=f"the judging broke down: {type(why).__name__}: {str(why)[:200]}")
    return {"id": name, **made, "ms": round(1000 * (perf_counter() - start), 2)}


def _judged(data: Any) -> dict[str, Any]:
    _checked(data)
    asks = asked(data)
    if asks.reference is None:
        return row("unclear", reason=asks.reason)
    if data.get("lines"):
        return derivation(asks, data["lines"])
    if data.get("answer") is None:
        raise Unreadable("there is no answer", "", 0, ["an answer"])
    asks = with_terms(asks)
    reading = read(data["answer"], asks.names, data.get("format") or "auto", unit=asks.unit.size)
    return verdict(asks, reading)


def with_terms(asks: Asked) -> Asked:
    """Where the answer itself keeps an expectation, E[log X!], expectations under the law may be written in it."""
    if asks.term is None or not isinstance(asks.reference, Expr) or not asks.reference.atoms(Expectation):
        return asks
    return replace(asks, names=replace(asks.names, laws=Laws(asks.term, asks.unit.size, densities=False)))


def _checked(data: Any) -> None:
    """Refuse what is no row."""
    if not isinstance(data, Mapping):
        raise Unreadable("a row is an object with names and values", "", 0)
    for key in _TEXTS:
        if not isinstance(data.get(key), str | None):
            raise Unreadable(f"{key} is a text", "", 0)
    given, symbols, lines = data.get("given") or [], data.get("symbols") or {}, data.get("lines") or []
    if not isinstance(lines, list) or not all(isinstance(text, str) for text in lines) or len(lines) > MAX_LINES:
        raise Unreadable(f"lines is a list of at most {MAX_LINES} texts", "", 0)
    if not isinstance(given, list) or not all(isinstance(g, str) for g in given):
        raise Unreadable("given is a list of texts", "", 0)
    if not isinstance(symbols, Mapping) or not all(isinstance(v, str) for kv in symbols.items() for v in kv):
        raise Unreadable("symbols gives each name its domain in text", "", 0)


def verdict(asks: Asked, reading: Reading) -> dict[str, Any]:
    """The row of a reading that is compared with what was asked."""
    found = compared(asks, reading)
    if found.right and reading.unit not in (None, asks.unit.name) and asks.reference not in (0, oo):
        feedback = f"The number is right in {asks.unit.name}; you write {reading.unit}."
        return row("wrong", how="refuted", mistake="wrong-unit", feedback=feedback)
    broken = _broken_chain(asks, reading) if found.right else None
    if broken is not None:
        feedback = "The last member is right, but the chain of equations before it does not hold."
        return row("wrong", how="refuted", feedback=feedback, witness=witness_of(broken.witness))
    if found.right:
        more = remark(asks.reference, reading.expression)
        return row("right", how=found.how, feedback=f"Right. {more}" if more else "Right.", reason=found.reason)
    if found.how == "unclear":
        return row("unclear", reason=found.reason)
    mistake = _mistake(asks, reading)
    witness = witness_of(found.witness)
    feedback = mistake.feedback if mistake is not None else plain(found.witness)
    name = mistake.name if mistake is not None else None
    return row("wrong", how="refuted", mistake=name, feedback=feedback, witness=witness, reason=found.reason)


def _broken_chain(asks: Asked, reading: Reading) -> Decision | None:
    """A member of a chain of equations that is certainly not the last one, though that is right."""
    signs = reading.sign in ("=", "≈")
    for member in reading.chain if signs and isinstance(asks.reference, Expr) else ():
        if (
            isinstance(member, Expr)
            and not member.atoms(Term)
            and not member.free_symbols - asks.reference.free_symbols
        ):
            found = decide(asks.reference, member, asks.given)
            if found.how == "refuted":
                return found
    return None


def _mistake(asks: Asked, reading: Reading) -> Mistake | None:
    if not isinstance(reading.expression, Expr) or not isinstance(asks.reference, Expr):
        return None
    if is_long(reading.expression) or is_long(asks.reference):
        return None
    return diagnose(asks.term, asks.reference, reading.expression, asks.given, asks.unit, within=_within(reading))


def _within(reading: Reading) -> Expr | None:
    """How far a decimal may be from what it stands for."""
    if reading.decimals is None or reading.rounded is None:
        return None
    ((_, half),) = reading.rounded[1].values()
    return half
