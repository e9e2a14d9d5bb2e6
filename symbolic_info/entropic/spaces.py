"""Small probability spaces, in which a search for counterexamples looks: fair coins, noise, few atoms.

A random variable on a space of n atoms is a partition of them; here a tuple that gives each atom its block,
numbered as they first occur.  The variables that a space offers are listed from the plainest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from math import log

Partition = tuple[int, ...]
Permutation = tuple[int, ...]


@dataclass(frozen=True)
class Space:
    """Atoms with whole weights, the variables on them that are tried, and symmetries that keep both."""

    weights: tuple[int, ...]
    variables: tuple[Partition, ...]
    symmetries: tuple[Permutation, ...] = ()

    @cached_property
    def closed(self) -> tuple[Partition, ...]:
        """The variables, and all that several of them say together."""
        found = dict.fromkeys(self.variables)
        new = list(found)
        while new:
            new = [j for j in {join(a, b) for a in new for b in self.variables} if j not in found]
            found.update(dict.fromkeys(new))
        return tuple(found)

    @cached_property
    def joins(self) -> tuple[tuple[int, ...], ...]:
        """What a (by its place among the closed) and a variable say together, by its place."""
        place = {p: i for i, p in enumerate(self.closed)}
        return tuple(tuple(place[join(a, b)] for b in self.variables) for a in self.closed)

    @cached_property
    def entropies(self) -> tuple[float, ...]:
        return tuple(entropy(p, self.weights) for p in self.closed)

    @cached_property
    def first(self) -> tuple[int, ...]:
        """The places of the variables of which one of each orbit under the symmetries is kept."""
        place = {p: i for i, p in enumerate(self.variables)}
        kept: list[int] = []
        seen: set[Partition] = set()
        for p in self.variables:
            if p in seen:
                continue
            kept.append(place[p])
            orbit = [p]
            for q in orbit:
                images = (numbered(q[i] for i in s) for s in self.symmetries)
                orbit += [r for r in dict.fromkeys(images) if r not in orbit]
            seen |= set(orbit)
        return tuple(kept)


def numbered(labels: Iterable[object]) -> Partition:
    """A partition with its blocks numbered as they first occur."""
    numbers: dict[object, int] = {}
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)


def join(a: Partition, b: Partition) -> Partition:
    """What both say together."""
    return numbered(zip(a, b, strict=True))


def entropy(p: Partition, weights: Sequence[float]) -> float:
    """The entropy in nats, roughly: for the search alone."""
    sums = [0.0] * (max(p) + 1)
    for block, w in zip(p, weights, strict=True):
        sums[block] += w
    total = sum(sums)
    return log(total) - sum(s * log(s) for s in sums if s > 0) / total


def partitions(n: int) -> Iterator[Partition]:
    """All partitions of n atoms."""

    def grown(prefix: Partition) -> Iterator[Partition]:
        if len(prefix) == n:
            yield prefix
            return
        for block in range(max(prefix, default=-1) + 2):
            yield from grown((*prefix, block))

    yield from grown(())


def plainest(found: Iterable[Partition]) -> tuple[Partition, ...]:
    """Few values first, then those whose values are alike."""
    return tuple(sorted(found, key=lambda p: (max(p), _spread(p), p)))


def _spread(p: Partition) -> int:
    return sum(p.count(block) ** 2 for block in set(p))


@cache
def atoms(*weights: int) -> Space:
    """Every variable on so many atoms with these weights."""
    n = len(weights)
    swaps = (tuple(j if k == i else i if k == j else k for k in range(n)) for i in range(n) for j in range(i))
    kept = tuple(s for s in swaps if all(weights[i] == w for i, w in zip(s, weights, strict=True)))
    return Space(weights, plainest(partitions(n)), kept)


@cache
def vectors(q: int, size: int) -> Space:
    """Every vector of linear functions of `size` independent uniform values of the field of q elements, q a prime."""
    points = list(product(range(q), repeat=size))
    rows = [
        tuple(sum(a * x for a, x in zip(row, point, strict=True)) % q for point in points)
        for row in points
        if next((a for a in row if a), 0) == 1  # up to a factor
    ]
    found = {(0,) * len(points)}
    new = set(found)
    while new:
        new = {join(a, numbered(b)) for a in new for b in rows} - found
        found |= new
    place = {point: i for i, point in enumerate(points)}
    steps = [(i, j) for i in range(size) for j in range(size) if i != j]  # add coordinate j to coordinate i
    shears = [tuple(place[_sheared(p, i, j, q)] for p in points) for i, j in steps]
    return Space((1,) * len(points), plainest(found), tuple(shears))


def _sheared(point: tuple[int, ...], i: int, j: int, q: int) -> tuple[int, ...]:
    return tuple((x + point[j]) % q if k == i else x for k, x in enumerate(point))


FEW = (
    (1, 1, 1), (1, 3), (1, 1, 2), (1, 3, 1, 3), (1, 1, 1, 3), (1, 1, 3, 3), (1, 2, 3), (1, 1, 2, 4), (1, 2, 2, 5),
)  # fmt: skip


Worth = tuple[Space, int]  # a space, and how many nodes of the search tree it is worth


@cache
def small() -> tuple[Worth, ...]:
    """Spaces of at most four outcomes, from the plainest on.

    One and two fair coins; anything on four equally likely outcomes; a biased coin, noise, an erasure, few
    outcomes of small probabilities.
    """
    plain = ((atoms(1, 1), 1_000), (vectors(2, 2), 120_000), (atoms(1, 1, 1, 1), 150_000))
    return (*plain, *((atoms(*weights), 40_000) for weights in FEW))


@cache
def large() -> tuple[Worth, ...]:
    """Three fair coins, two values mod 3, five and six equally likely outcomes, four fair coins."""
    return (
        (vectors(2, 3), 200_000),
        (vectors(3, 2), 50_000),
        (atoms(1, 1, 1, 1, 1), 100_000),
        (atoms(1, 1, 1, 1, 1, 1), 100_000),
        (vectors(2, 4), 100_000),
    )
