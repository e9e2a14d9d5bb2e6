"""Conditions that contradict each other, or the laws of the question: to be told at once, not derived from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sympy import Eq, Expr, Ne
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.domains import conditions_of
from .understood import understood


@dataclass(frozen=True)
class Contradiction:
    """A condition that cannot hold together with `others`, none of which can be spared."""

    condition: Boolean
    others: tuple[Boolean, ...]


def contradiction(term: Expr, given: Sequence[Boolean]) -> Contradiction | None:
    """The first of the conditions (of the laws, then of the question) whose opposite follows from those before."""
    own = [c for c in (*conditions_of(term), *understood(term)) if isinstance(c, Relational)]
    inside = [c for c in own if c.free_symbols <= term.free_symbols]
    before: list[Boolean] = []
    for c in (*inside, *(g for g in given if isinstance(g, Relational))):
        if _refuted(c, before):
            return Contradiction(c, _needed(c, before))
        before.append(c)
    return None


def _needed(c: Relational, facts: Sequence[Boolean]) -> tuple[Boolean, ...]:
    """Facts that suffice to refute a condition, as few as can be."""
    kept = list(dict.fromkeys(facts))
    for fact in tuple(kept):
        fewer = [f for f in kept if f != fact]
        kept = fewer if _refuted(c, fewer) else kept
    return tuple(kept)


def _refuted(c: Relational, facts: Sequence[Boolean]) -> bool:
    """Whether the opposite of a condition is certain."""
    opposite = Ne(c.lhs, c.rhs) if isinstance(c, Eq) else c.negated
    return bool(Given(frozenset(facts)).proves(opposite))
