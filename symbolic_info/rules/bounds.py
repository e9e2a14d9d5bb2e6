"""Textbook inequalities between entropies of several variables, each with its case of equality.

Each takes the bound as a witness, and says whether it is one; all are for laws with finitely many outcomes.
"""

from __future__ import annotations

from typing import Any

from sympy import Add, Eq, Expr
from sympy.core.symbol import Str

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.dependence import MutuallyIndependent
from ..language.joint import entropy
from ..language.marginals import Marginal
from ..language.support import has_finitely_many
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from .dependence import conditional_independence, function_of, independence, markov

Names = frozenset[Str]

conditioning = rule("conditioning reduces entropy")
monotonicity = rule("more variables, more entropy")
more_information = rule("more variables, more information")
information_within_entropy = rule("information is at most entropy")
subadditivity = rule("subadditivity")
submodularity = rule("submodularity")
data_processing = rule("data processing")


@conditioning.of
def less_given_more(e: ConditionalEntropy, given: Given, bound: Expr) -> Outcome | None:
    """H(A | B, C) ≤ H(A | C), with equality exactly when I(A; B | C) = 0 (Cover & Thomas Thm 2.6.5)."""
    (J, a, b), parts = e.args, _parts(bound)
    if parts is None or parts[0] != J or parts[1] != frozenset(a) or not parts[2] <= set(b) or not _fits(J, a, b):
        return None
    rest = [n for n in b if n not in parts[2]]
    kept = [n for n in b if n in parts[2]]
    return Outcome(bound, (), "<=", (Eq(MutualInformation(J, a, rest, kept), 0),)) if rest else None


@monotonicity.of
def more_variables(e: Entropy | ConditionalEntropy, given: Given, bound: Expr) -> Outcome | None:
    """H(A | C) ≤ H(A, B | C), with equality exactly when H(B | A, C) = 0 (Cover & Thomas (2.14))."""
    low, high = _parts(e), _parts(bound)
    if low is None or high is None or low[0] != high[0] or low[2] != high[2] or not low[1] < high[1]:
        return None
    J, a, c = low
    gap = ConditionalEntropy(J, _in_order(J, high[1] - a), _in_order(J, a | c))
    return Outcome(bound, (), "<=", (Eq(gap, 0),)) if _fits(J, high[1], c) else None


@more_information.of
def about_more(e: MutualInformation, given: Given, bound: MutualInformation) -> Outcome | None:
    """I(A; B | C) ≤ I(A; B, D | C), with equality exactly when I(A; D | B, C) = 0 (Cover & Thomas Thm 2.5.2)."""
    J, a, b, c = _sets(e)
    for x, y in ((a, b), (b, a)):
        for law, p, q, r in (_sets(bound), _swapped(bound)):
            if law == J and r == c and p == x and y < q and _fits(J, p, q, r):
                gap = MutualInformation(J, *(_in_order(J, s) for s in (x, q - y, y | c)))
                return Outcome(bound, (), "<=", (Eq(gap, 0),))
    return None


@information_within_entropy.of
def at_most_entropy(e: MutualInformation, given: Given, bound: Expr) -> Outcome | None:
    """I(A; B | C) ≤ H(A | C), with equality exactly when H(A | B, C) = 0 (Cover & Thomas Thm 2.4.1)."""
    (J, a, b, c), parts = _sets(e), _parts(bound)
    for x, y in ((a, b), (b, a)):
        if parts == (J, x, c) and _fits(J, a, b, c):
            return Outcome(bound, (), "<=", (Eq(ConditionalEntropy(J, _in_order(J, x), _in_order(J, y | c)), 0),))
    return None


@subadditivity.of
def at_most_sum(e: Entropy | ConditionalEntropy, given: Given, bound: Add) -> Outcome | None:
    """H(A_1, …, A_n | C) ≤ Σ H(A_i | C), with equality exactly when the A_i are independent given C.

    Cover & Thomas Thm 2.6.6.
    """
    whole, parts = _parts(e), [_parts(t) for t in Add.make_args(bound)]
    if whole is None or any(p is None or p[0] != whole[0] or p[2] != whole[2] for p in parts):
        return None
    J, a, c = whole
    groups = [p[1] for p in parts if p is not None]
    if sum(map(len, groups)) != len(a) or a.union(*groups) != a or not _fits(J, *groups, c):
        return None
    split = MutuallyIndependent(J, [_in_order(J, g) for g in groups], _in_order(J, c))
    return Outcome(bound, (), "<=", (split,))


@submodularity.of
def union_and_intersection(e: Entropy, given: Given, first: Entropy, second: Entropy) -> Outcome | None:
    """H(A ∪ B) ≤ H(A) + H(B) − H(A ∩ B) for sets A and B of variables (Fujishige 1978).

    Equality holds exactly when what only A has and what only B has are independent given A ∩ B.
    """
    parts = [_parts(t) for t in (e, first, second)]
    if parts[0] is None or parts[1] is None or parts[2] is None or len({p[0] for p in parts if p}) != 1:
        return None
    (J, whole, _), (_, a, _), (_, b, _) = parts[0], parts[1], parts[2]
    if a | b != whole or not a - b or not b - a or not has_finitely_many(J.support):
        return None
    gap = MutualInformation(J, *(_in_order(J, s) for s in (a - b, b - a, a & b)))
    return Outcome(first + second - entropy(J, _in_order(J, a & b)), (), "<=", (Eq(gap, 0),))


@data_processing.of
def no_more_behind(e: MutualInformation, given: Given, bound: MutualInformation) -> Outcome | None:
    """I(A; D | C) ≤ I(A; B | C) where A → B → D given C: where facts say that I(A; D | B, C) = 0.

    Equality holds exactly when I(A; B | C, D) = 0 (Cover & Thomas Thm 2.8.1).
    """
    J, a, b, c = _sets(e)
    for x, far in ((a, b), (b, a)):
        for law, p, near, r in (_sets(bound), _swapped(bound)):
            if law != J or r != c or p != x or not _fits(J, x, far, c) or not _fits(J, x, near, c):
                continue
            zero = MutualInformation(J, *(_in_order(J, s) for s in (x, far - near, near | c)))
            gap = MutualInformation(J, *(_in_order(J, s) for s in (x, near - far, far | c)))
            for reason in (markov, independence, conditional_independence, function_of):
                for outcome in reason.outcomes(zero, given):
                    return Outcome(bound, outcome.conditions, "<=", (Eq(gap, 0),))
    return None


def _parts(e: Any) -> tuple[Any, Names, Names] | None:
    """The joint law, A and B of H(A | B), or of H(A) with no B."""
    if isinstance(e, ConditionalEntropy):
        return e.args[0], frozenset(e.args[1]), frozenset(e.args[2])
    if not isinstance(e, Entropy) or not hasattr(e.args[0], "coordinates"):
        return None
    law = e.args[0]
    return (law.law if isinstance(law, Marginal) else law), frozenset(law.coordinates), frozenset()


def _sets(e: MutualInformation) -> tuple[Any, Names, Names, Names]:
    J, a, b, c = e.args
    return J, frozenset(a), frozenset(b), frozenset(c)


def _swapped(e: MutualInformation) -> tuple[Any, Names, Names, Names]:
    J, a, b, c = _sets(e)
    return J, b, a, c


def _fits(J: Any, *groups: Any) -> bool:
    """Whether the law has finitely many outcomes, and no variable stands in two groups."""
    return has_finitely_many(J.support) and sum(map(len, groups)) == len(Names().union(*groups))


def _in_order(J: Any, names: Names) -> tuple[Str, ...]:
    return tuple(n for n in J.coordinates if n in names)
