"""Ingleton's inequality, which holds for some laws only: under conditions that are known to suffice."""

from __future__ import annotations

from typing import Any

from sympy import Add, Tuple

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.support import has_finitely_many
from ..language.terms import ConditionalEntropy, MutualInformation
from .dependence import conditional_independence, function_of, independence, markov

conditional_ingleton = rule("Ingleton's inequality under conditions")
REASONS = (markov, independence, conditional_independence, function_of)


@conditional_ingleton.of
def ingleton(e: MutualInformation, given: Given, a: Tuple, b: Tuple) -> Outcome | None:
    """I(C; D | E) ≤ I(C; D | A, E) + I(C; D | B, E) + I(A; B | E) for laws with finitely many outcomes, if, given E,

    (1) I(A; B | C) = 0 and I(A; B) = 0 (Zhang & Yeung 1997, Thm 3), or
    (2) I(A; B | C) = 0 and I(B; D | C) = 0 (Matúš 1999), or
    (3) I(A; B | C) = 0 and H(C | A, B) = 0 (Kaced & Romashchenko 2013, (I3)), or
    (4) I(A; C | D) = 0 and I(A; D | C) = 0, or (5) I(B; C | D) = 0 and I(C; D | B) = 0 (Matúš 2007, Thm 2, s → ∞;
    Kaced & Romashchenko 2013, (I4′) and (I5′)); and the same with A and B, or C and D, in each other's place.

    (1) to (3): with r = p(a, c, d) p(b, c, d)/p(c, d), the right side minus the left one is the divergence of r from
    q = p(a, c) p(b, c) p(a, d) p(b, d)/(p(c) p(d) p(a, b)), whose sum is at most 1 as A and B are independent given
    C; the conditions see to it that the mean of log p(a, b) under r is −H(A, B).
    """
    J, c, d, w = e.args
    sets = [frozenset(s) for s in (a, b, c, d, w)]
    if not has_finitely_many(J.support) or not all(sets[:4]) or sum(map(len, sets)) != len(frozenset().union(*sets)):
        return None
    for one, other in ((a, b), (b, a)):
        for near, far in ((c, d), (d, c)):
            for needs in _alternatives(J, one, other, near, far, w):
                shown = [next((o for r in REASONS for o in r.outcomes(n, given)), None) for n in needs]
                if all(o is not None for o in shown):
                    parts = (MutualInformation(J, c, d, (*a, *w)), MutualInformation(J, c, d, (*b, *w)))
                    conditions = tuple(f for o in shown if o is not None for f in o.conditions)
                    return Outcome(Add(*parts, MutualInformation(J, a, b, w)), conditions, "<=")
    return None


def _alternatives(J: Any, a: Tuple, b: Tuple, c: Tuple, d: Tuple, w: Tuple) -> tuple[tuple[Any, Any], ...]:
    """Pairs of what must be zero."""

    def info(x: Tuple, y: Tuple, *over: Any) -> MutualInformation:
        return MutualInformation(J, x, y, (*(n for z in over for n in z), *w))

    apart = info(a, b, c)
    return (
        (apart, info(a, b)),
        (apart, info(b, d, c)),
        (apart, ConditionalEntropy(J, c, (*a, *b, *w))),
        (info(a, c, d), info(a, d, c)),
        (info(b, c, d), info(c, d, b)),
    )
