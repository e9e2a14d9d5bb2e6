"""The search for a table on which some linear forms in joint entropies have wanted signs.  Untrusted, in doubles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .spaces import Space

Assignment = tuple[int, ...]  # of each name, in their order, the place of its variable in the space
CLOSE = 1e-9  # what is taken for zero here is looked at exactly afterwards


@dataclass(frozen=True)
class Form:
    """Σ c H(S) + constant, of which the search is to keep the sign: `=` 0 or `>=` 0."""

    joint: Mapping[frozenset[str], Fraction]
    constant: float
    relation: str


Sum = tuple[tuple[tuple[int, float], ...], float]  # slots with coefficients, and a constant


@dataclass(frozen=True)
class Plan:
    """The order in which names are given values, and what can be computed after each.

    A slot holds the entropy of a set of names; `slots` has, by depth, each new slot with the one that it
    extends by the name of that depth.  `facts` are the forms that are complete at each depth.
    """

    names: tuple[str, ...]
    slots: tuple[tuple[tuple[int, int], ...], ...]
    facts: tuple[tuple[tuple[Sum, bool], ...], ...]
    gap: Sum
    equality: bool
    size: int


def plan(names: Sequence[str], gap: Form, facts: Sequence[Form]) -> Plan:
    """Names that occur in small facts come first, so that what breaks a fact is left early."""
    order = tuple(_ordered(names, facts))
    depth = {name: i for i, name in enumerate(order)}
    slot: dict[tuple[int, ...], int] = {(): 0}
    new: list[list[tuple[int, int]]] = [[] for _ in order]

    def place(key: tuple[int, ...]) -> int:
        if key not in slot:
            parent = place(key[:-1])
            slot[key] = len(slot)
            new[key[-1]].append((slot[key], parent))
        return slot[key]

    def prepared(f: Form) -> Sum:
        keys = ((tuple(sorted(depth[n] for n in names)), float(c)) for names, c in f.joint.items())
        return tuple((place(k), c) for k, c in keys), f.constant

    ready: list[list[tuple[Sum, bool]]] = [[] for _ in order]
    for f in facts:
        last = max((depth[n] for names in f.joint for n in names), default=0)
        ready[last].append((prepared(f), f.relation == "="))
    total = prepared(gap)
    return Plan(order, tuple(map(tuple, new)), tuple(map(tuple, ready)), total, gap.relation == "=", len(slot))


def _ordered(names: Sequence[str], facts: Sequence[Form]) -> list[str]:
    waiting = [set().union(*f.joint) for f in facts]
    order: list[str] = []
    while len(order) < len(names):
        open_ = [w - set(order) for w in waiting if w - set(order)]
        nearest = min(open_, key=len, default=set(names) - set(order))
        order += [n for n in names if n in nearest and n not in order]
    return order


@dataclass
class Budget:
    """How many nodes may still be visited."""

    nodes: int


def candidates(p: Plan, space: Space, budget: Budget, below: float = -CLOSE) -> Iterator[tuple[float, Assignment]]:
    """Assignments, the plainest first, that keep the facts and have a gap below the bound (or, of an equality, any)."""
    joins, entropies, trivial = space.joins, space.entropies, space.closed.index((0,) * len(space.weights))
    everything, first = tuple(range(len(space.variables))), space.first
    at, h, chosen = [trivial] * p.size, [0.0] * p.size, [0] * len(p.names)
    last = len(p.names) - 1

    def value(form: Sum) -> float:
        total = form[1]
        for s, c in form[0]:
            total += c * h[s]
        return total

    def kept(form: Sum, equality: bool) -> bool:
        v = value(form)
        return v > -CLOSE and not (equality and v > CLOSE)

    def walk(depth: int, fresh: bool) -> Iterator[tuple[float, Assignment]]:
        for v in first if fresh else everything:
            budget.nodes -= 1
            if budget.nodes < 0:
                return
            for slot, parent in p.slots[depth]:
                at[slot] = joins[at[parent]][v]
                h[slot] = entropies[at[slot]]
            if not all(kept(form, equality) for form, equality in p.facts[depth]):
                continue
            chosen[depth] = v
            if depth < last:
                yield from walk(depth + 1, fresh and space.variables[v] == space.closed[trivial])
                continue
            gap = value(p.gap)
            if p.equality:
                gap = -abs(gap)
            if gap < below:
                yield gap, tuple(chosen)

    yield from walk(0, True)
