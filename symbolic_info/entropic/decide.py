"""The verdict on a statement: proved, refuted by a table, or unknown, and never one for want of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

from .ingleton import prove_by_ingleton
from .missing import missing
from .prove import provable, prove, prove_with_copies
from .refute import AT_ONCE, PLAIN, Counterexample, counterexample
from .statement import Fact, Statement
from .verdict import REFUTED, Verdict

FEW_SECONDS = 4.0  # for copies; what has a plain counterexample was refuted before


def decide(statement: Fact, given: Sequence[Fact] = (), among: Sequence[Fact] = ()) -> Verdict:
    """Proved with theorems, refuted with a table on which the facts hold exactly, or unknown.

    `among` are the statements among which it stands, whose variables the theorems have as well.
    """
    start = perf_counter()
    found = _refuted(statement, given, AT_ONCE) or prove(statement, given, among)
    if found.verdict != REFUTED and not found.proved:
        plain = _refuted(statement, given, PLAIN, AT_ONCE)
        found = plain or _beyond(statement, given) or _refuted(statement, given, None, PLAIN) or found
    return replace(found, ms=round(1000 * (perf_counter() - start), 2))


def _refuted(statement: Fact, given: Sequence[Fact], stages: int | None, skip: int = 0) -> Verdict | None:
    """The first relation of the statement against which there is a table."""
    for relation in statement.relations:
        against = counterexample(relation, given, stages, skip)
        if against is not None:
            return Verdict(relation, REFUTED, counterexample=against, missing=_missing(relation, given, against))
    return None


def _missing(statement: Statement, given: Sequence[Fact], against: Counterexample) -> tuple[Fact, ...]:
    found = missing(statement, given, against.table, provable)
    return found if found and prove(statement, (*given, *found)).proved else ()


def _beyond(statement: Fact, given: Sequence[Fact]) -> Verdict | None:
    if not isinstance(statement, Statement):
        return None
    return prove_by_ingleton(statement, given) or prove_with_copies(statement, given, FEW_SECONDS)
