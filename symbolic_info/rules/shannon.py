"""Entropies of several variables in terms of joint entropies."""

from __future__ import annotations

from sympy import Expr, S

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.joint import entropy
from ..language.terms import ConditionalEntropy, MutualInformation

joint_entropies = rule("joint entropies")


@joint_entropies.of
def conditional(e: ConditionalEntropy, given: Given) -> Outcome | None:
    """H(A | B) = H(A, B) − H(B), of distinct variables, where both are finite (Cover & Thomas Thm 2.2.1)."""
    J, a, b = e.args
    if set(a) & set(b):
        return None
    return _combination([(1, (*a, *b)), (-1, tuple(b))], J)


@joint_entropies.of
def information(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = H(A, C) + H(B, C) − H(A, B, C) − H(C), of distinct variables, where all are finite.

    Cover & Thomas (2.60).
    """
    J, a, b, c = e.args
    if len({*a, *b, *c}) < len(a) + len(b) + len(c):
        return None
    parts = [(1, (*a, *c)), (1, (*b, *c)), (-1, (*a, *b, *c)), (-1, tuple(c))]
    return _combination(parts, J)


def _combination(parts: list[tuple[int, tuple[Expr, ...]]], J: Expr) -> Outcome:
    terms = [(sign, entropy(J, names)) for sign, names in parts if names]
    return Outcome(sum((s * h for s, h in terms), S.Zero), tuple(Finite(h) for _, h in terms))
