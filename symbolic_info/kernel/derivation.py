"""Derivations are plain data: anyone may write one; only `check` turns one into a theorem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sympy import Expr, false
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.binder import sympify_basic
from ..language.claims import Claim
from ..language.domains import conditions_of
from .rule import Reason

NOTHING = Given()
# The relations that a step may claim, and what each becomes read from right to left.
FLIPPED = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}


@dataclass(frozen=True)
class Step:
    """One line of a chain: the line before stands in `relation` to `result`, by these reasons."""

    relation: str
    result: Expr
    by: tuple[Reason, ...]


@dataclass(frozen=True)
class Derivation:
    """A first line, and steps from it, under assumptions."""

    start: Expr
    steps: tuple[Step, ...] = ()
    given: Given = NOTHING

    def eq(self, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        return self.then("=", result, by)

    def le(self, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        return self.then("<=", result, by)

    def ge(self, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        return self.then(">=", result, by)

    def lt(self, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        return self.then("<", result, by)

    def gt(self, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        return self.then(">", result, by)

    def then(self, relation: str, result: Expr, by: Reason | tuple[Reason, ...]) -> Derivation:
        """The derivation with one more line."""
        step = Step(relation, sympify_basic(result), by if isinstance(by, tuple) else (by,))
        return replace(self, steps=(*self.steps, step))

    @property
    def lines(self) -> tuple[Expr, ...]:
        return (self.start, *(s.result for s in self.steps))


def calc(start: Expr, given: Iterable[Boolean] = ()) -> Derivation:
    """Begin a chain.  The conditions of the laws in its first line are assumed, and no others unsaid."""
    start = sympify_basic(start)
    own = [
        c
        for c in conditions_of(start)
        if c == false or (c.free_symbols & start.free_symbols and not isinstance(c, Claim))
    ]
    return Derivation(start, given=Given() | own | given)
