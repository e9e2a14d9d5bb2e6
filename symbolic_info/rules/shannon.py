"""Entropies of several variables in terms of joint entropies, and their signs."""

from __future__ import annotations

from itertools import combinations

from sympy import Eq, Expr, S

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.dependence import Shared
from ..language.joint import entropy
from ..language.support import COUNTING, has_finitely_many
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation

finite_entropies = rule("entropies of finitely many outcomes")
joint_entropies = rule("joint entropies")
chain_rule = rule("chain rule")
information_chain_rule = rule("chain rule for information")
information_as_entropies = rule("information as a difference of entropies")
shared_information = rule("definition of shared information")
nonnegative_entropy = rule("non-negativity of entropy")
nonnegative_information = rule("non-negativity of mutual information")


@finite_entropies.of
def finite(c: Finite, given: Given) -> tuple[()] | None:
    """0 ≤ H ≤ log k for k outcomes, so every entropy and information of a law with finitely many is finite."""
    (e,) = c.args
    if isinstance(e, Entropy | ConditionalEntropy | MutualInformation):
        return () if has_finitely_many(e.args[0].support) else None
    return () if isinstance(e, Shared) and has_finitely_many(e.args[1].support) else None


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
    _, a, b, c = e.args
    return _information(e) if len({*a, *b, *c}) == len(a) + len(b) + len(c) else None


@chain_rule.of
def of_entropy(e: ConditionalEntropy, given: Given) -> Outcome | None:
    """H(A | B) = H(A, B) − H(B), for finitely many outcomes, A and B distinct or not (Cover & Thomas Thm 2.2.1)."""
    J, a, b = e.args
    return _combination([(1, (*a, *b)), (-1, tuple(b))], J) if has_finitely_many(J.support) else None


@information_chain_rule.of
def of_information(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A, B; C | D) = I(A; C | D) + I(B; C | A, D), for finitely many outcomes: both sides have the same joint
    entropies, as I(A; B | C) = H(A, C) + H(B, C) − H(A, B, C) − H(C) (Cover & Thomas Thm 2.5.2)."""
    return _information(e) if has_finitely_many(e.args[0].support) else None


@information_as_entropies.of
def difference(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = H(A | C) − H(A | B, C), for finitely many outcomes; I(X; X) = H(X) (Cover & Thomas Thm 2.4.1)."""
    return _information(e) if has_finitely_many(e.args[0].support) else None


@shared_information.of
def of_several(e: Shared, given: Given) -> Outcome | None:
    """What several groups share, given C, in joint entropies, for finitely many outcomes.

    TC = Σ H(A_i | C) − H(A_1, …, A_n | C) (Watanabe 1960); DTC = H(A_1, …, A_n | C) − Σ H(A_i | all others, C)
    (Han 1978); VI = H(A | B, C) + H(B | A, C) (Meilă 2007); I = −Σ_S (−1)^|S| H(A_S | C) over the nonempty
    choices S, which is I(A; B) − I(A; B | D) for three; II = (−1)^n I (McGill 1954).
    """
    kind, J, groups, c = e.args
    sets = [tuple(g) for g in groups]
    if not has_finitely_many(J.support) or (kind.name == "VI" and len(sets) != 2):
        return None
    whole, n = sum(sets, ()), len(sets)
    signed: list[tuple[int, tuple[Expr, ...]]] = []
    if kind.name in ("TC", "DTC", "VI"):
        others = [sum((t for j, t in enumerate(sets) if j != i), ()) for i in range(n)]
        signed = [(1, g) for g in sets] if kind.name == "TC" else [(1, g) for g in others]
        signed.append(({"TC": -1, "DTC": 1 - n, "VI": 2}[kind.name], whole))
        signed = [(-k, g) for k, g in signed[:-1]] + signed[-1:] if kind.name == "VI" else signed
    else:
        outer = -1 if kind.name == "I" else -((-1) ** n)
        signed = [(outer * (-1) ** k, sum(chosen, ())) for k in range(1, n + 1) for chosen in combinations(sets, k)]
    return _combination([t for k, g in signed for t in ((k, (*g, *c)), (-k, tuple(c)))], J)


@nonnegative_entropy.of
def entropy_above_zero(e: Entropy | ConditionalEntropy, given: Given) -> Outcome | None:
    """H(A | B) ≥ 0 for variables with countably many values, with equality exactly when A is a function of B.

    Cover & Thomas Lemma 2.1.1.
    """
    return Outcome(S.Zero, (), ">=", (Eq(e, 0),)) if e.args[0].support.measure == COUNTING else None


@nonnegative_information.of
def information_above_zero(e: MutualInformation, given: Given) -> Outcome:
    """I(A; B | C) ≥ 0, with equality exactly when A and B are independent given C (Cover & Thomas (2.90), (2.92))."""
    return Outcome(S.Zero, (), ">=", (Eq(e, 0),))


def _information(e: MutualInformation) -> Outcome:
    J, a, b, c = e.args
    return _combination([(1, (*a, *c)), (1, (*b, *c)), (-1, (*a, *b, *c)), (-1, tuple(c))], J)


def _combination(parts: list[tuple[int, tuple[Expr, ...]]], J: Expr) -> Outcome:
    terms = [(sign, entropy(J, names)) for sign, names in parts if names]
    return Outcome(sum((s * h for s, h in terms), S.Zero), tuple(Finite(h) for _, h in terms))
