"""Probabilities moved until a claim fails, where it fails on a few outcomes, but not on equally likely ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest

from .assignments import CLOSE, Budget, Plan, candidates
from .spaces import Partition, Space, atoms, entropy, join

Weights = tuple[int, ...]
SMALL, BEST, NODES, ROUNDS = 100, 6, 60_000, 40
LARGEST = 200  # of a parameter

# Families of weights by whole parameters: any on four outcomes; two independent coins, of which facts may speak.
FAMILIES: tuple[tuple[Weights, Callable[..., Weights]], ...] = (
    ((8, 11, 13, 17), lambda a, b, c, d: (a, b, c, d)),
    ((5, 8, 7, 9), lambda a, b, c, d: (a * c, a * d, b * c, b * d)),
)


def climbed(p: Plan) -> Iterator[tuple[list[Partition], Weights]]:
    """Variables on four outcomes with weights where the gap is negative, in doubles."""
    for start, weights in FAMILIES:
        space = atoms(*weights(*start))
        small = nsmallest(SMALL, _positive(p, space))
        every = [[space.variables[v] for v in chosen] for _, chosen in small]
        rated = [(rate, v) for v in every if (rate := _rate(p, v, space.weights)) is not None]
        for _, variables in nsmallest(BEST, rated):
            found = _descended(p, variables, start, weights)
            if found is not None:
                yield variables, found


def _positive(p: Plan, space: Space) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Assignments that keep the facts, by their gap; where it vanishes for these weights, it does for all."""
    for gap, chosen in candidates(p, space, Budget(NODES), below=float("inf")):
        if abs(gap) > CLOSE:
            yield gap, chosen


def _descended(
    p: Plan, variables: Sequence[Partition], start: Weights, weights: Callable[..., Weights]
) -> Weights | None:
    """Weights that were moved, one parameter at a time, to where the gap is negative."""
    here, best = start, _rate(p, variables, weights(*start))
    if best is None:
        return None
    for _ in range(ROUNDS):
        if best < -CLOSE:
            return weights(*here)
        near = [
            (rate, moved)
            for i in range(len(here))
            for moved in (_moved(here, i, 2, 1), _moved(here, i, 1, 2), _moved(here, i, 5, 4), _moved(here, i, 4, 5))
            if max(moved) <= LARGEST and (rate := _rate(p, variables, weights(*moved))) is not None
        ]
        lowest, there = min(near, default=(best, here))
        if lowest >= best - CLOSE / 10:
            return None
        best, here = lowest, there
    return None


def _moved(here: Weights, i: int, times: int, over: int) -> Weights:
    moved = list(here)
    moved[i] = max(1, round(here[i] * times / over))
    return tuple(moved)


def _rate(p: Plan, variables: Sequence[Partition], weights: Weights) -> float | None:
    """The gap by the joint entropy of all; None where a fact is broken."""
    joint = {0: (0,) * len(weights)}
    h = {0: 0.0}
    for v, slots in zip(variables, p.slots, strict=True):
        for slot, parent in slots:
            joint[slot] = join(joint[parent], v)
            h[slot] = entropy(joint[slot], weights)

    def value(form: tuple[tuple[tuple[int, float], ...], float]) -> float:
        return sum(c * h[s] for s, c in form[0]) + form[1]

    for form, equality in (f for facts in p.facts for f in facts):
        held = value(form)
        if held < -CLOSE or (equality and held > CLOSE):
            return None
    whole = joint[0]
    for v in variables:
        whole = join(whole, v)
    total = entropy(whole, weights)
    gap = value(p.gap)
    return None if total < CLOSE else (-abs(gap) if p.equality else gap) / total
