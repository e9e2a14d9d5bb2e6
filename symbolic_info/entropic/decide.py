"""The verdict on a statement: proved, refuted by a table, or unknown, and never one for want of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

from .prove import prove, prove_with_copies
from .refute import counterexample
from .statement import Fact, Statement
from .verdict import REFUTED, Verdict

PLAIN = 6  # of the spaces of counterexamples, these are searched before copies are tried
FEW_SECONDS = 4.0



def decide(statement: Fact, given: Sequence[Fact] = ()) -> Verdict:
    """Proved with theorems, refuted with a table on which the facts hold exactly, or unknown."""
    start = perf_counter()
    found = prove(statement, given)
    if not found.proved:
        found = _refuted(statement, given, PLAIN) or _beyond(statement, given) or _refuted(statement, given) or found
    return replace(found, ms=round(1000 * (perf_counter() - start), 2))


def _refuted(statement: Fact, given: Sequence[Fact], spaces: int | None = None) -> Verdict | None:
    for relation in statement.relations:
        table = counterexample(relation, given, spaces)
        if table is not None:
            return Verdict(relation, REFUTED, counterexample=table)
    return None


def _beyond(statement: Fact, given: Sequence[Fact]) -> Verdict | None:
    return prove_with_copies(statement, given, FEW_SECONDS) if isinstance(statement, Statement) else None
