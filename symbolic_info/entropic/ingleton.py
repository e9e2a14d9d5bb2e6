"""Proofs by Ingleton's inequality, where the facts are such that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from sympy import Tuple
from sympy.core.symbol import Str

from ..exact.given import Given
from ..rules import RULES
from .atoms import Atom, submasks
from .formulas import Formulas, quantities
from .problem import Problem, coarsened, problem, vector
from .proof import derivation
from .prove import checked, equality, multipliers
from .quotient import Space, space_of
from .search import certificate
from .statement import Fact, Group, Quantity, Side, Statement, order_of
from .verdict import NON_SHANNON, Verdict

Masks = tuple[int, int, int, int, int]  # A, B, C, D and what all of it is given


def prove_by_ingleton(statement: Statement, given: Sequence[Fact]) -> Verdict | None:
    """A proof of an inequality by instances of Ingleton's that the facts allow."""
    facts, names = tuple(given), order_of((statement, *given))
    if statement.relation == "=" or not facts:
        return None
    gap, known = vector(statement.gap, {v: 1 << i for i, v in enumerate(names)}), problem(facts, names)
    _, coarse = coarsened(gap, known)
    chosen = [tuple(_group(m, coarse, names) for m in masks) for masks in _instances(coarse)]
    lemmas = tuple(_inequality(*groups) for groups in chosen)
    found = certificate(gap, problem((*facts, *lemmas), names)) if lemmas else None
    if found is None:
        return None
    formulas = Formulas(names, quantities((statement, *facts)))
    assumed = Given(frozenset(formulas.fact(f) for f in facts))
    rule, algebra = RULES["conditional_ingleton"], RULES["information_chain_rule"]
    reasons = {
        len(facts) + i: (rule(_names(a), _names(b)), algebra) for i, (a, b, *_) in enumerate(chosen)
    }  # fmt: skip
    every = (*facts, *lemmas)
    theorems = checked([derivation(statement, found, every, assumed, formulas, reasons)])
    if theorems is None:
        return None
    return Verdict(
        statement, NON_SHANNON, theorems, multipliers(statement, [found], every, formulas),
        equality(statement, found, every, formulas),
    )  # fmt: skip


def _instances(given: Problem) -> Iterator[Masks]:
    """The variables for which one of the conditions of the rule is among the facts, or a part of one."""
    space = space_of(given)
    every = (1 << given.n) - 1
    for four in combinations(range(given.n), 4):
        own = [1 << i for i in four]
        for w in submasks(every & ~sum(own)):
            for i, j in combinations(range(4), 2):
                a, b = own[i], own[j]
                c, d = (m for m in own if m not in (a, b))
                if _allowed(space, a, b, c, d, w):
                    yield a, b, c, d, w


def _allowed(space: Space, *masks: int) -> bool:
    *four, w = masks
    a, b, c, d = four

    def zero(x: int, y: int, over: int) -> bool:
        return space.vanishes(Atom(x, y, over | w))

    return any(
        (zero(x, y, p) and (zero(x, y, 0) or zero(y, q, p) or zero(p, 0, x | y)))
        or (zero(x, p, q) and zero(x, q, p))
        or (zero(y, p, q) and zero(p, q, y))
        for (x, y), (p, q) in ((s, t) for s in permutations((a, b)) for t in permutations((c, d)))
    )  # fmt: skip


def _group(mask: int, coarse: Problem, names: Sequence[str]) -> Group:
    full = sum(coarse.names[i] for i in range(coarse.n) if mask >> i & 1)
    return tuple(v for i, v in enumerate(names) if full >> i & 1)


def _inequality(a: Group, b: Group, c: Group, d: Group, w: Group) -> Statement:
    one = Fraction(1)
    right = [Quantity("I", (c, d), (*a, *w)), Quantity("I", (c, d), (*b, *w)), Quantity("I", (a, b), w)]
    return Statement(Side(((one, Quantity("I", (c, d), w)),)), "<=", Side(tuple((one, q) for q in right)))


def _names(group: Group) -> Tuple:
    return Tuple(*map(Str, group))
