"""The verdict on a statement: proved, refuted by a table, or unknown, and never one for want of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

from .prove import prove
from .refute import counterexample
from .statement import Fact
from .verdict import REFUTED, Verdict


def decide(statement: Fact, given: Sequence[Fact] = ()) -> Verdict:
    """Proved with theorems, refuted with a table on which the facts hold exactly, or unknown."""
    start = perf_counter()
    found = prove(statement, given)
    if not found.proved:
        for relation in statement.relations:
            table = counterexample(relation, given)
            if table is not None:
                found = Verdict(relation, REFUTED, counterexample=table)
                break
    return replace(found, ms=round(1000 * (perf_counter() - start), 2))
