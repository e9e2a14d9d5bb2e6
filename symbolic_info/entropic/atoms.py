"""The quantities that are never negative, H(A | C) and I(A; B | C), over sets of variables as bit masks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import gcd
from typing import NamedTuple

# Coefficients by bit mask of the variables; the key −p stands for log p, the key −1 for the number 1.
Vector = dict[int, Fraction]
Key = tuple[tuple[int, int], ...]


class Atom(NamedTuple):
    """I(a; b | c), or H(a | c) where b is empty; a, b and c are disjoint."""

    a: int
    b: int
    c: int

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Its joint entropies, as (mask, sign)."""
        a, b, c = self
        if not b:
            return ((a | c, 1), (c, -1)) if c else ((a, 1),)
        whole = ((a | c, 1), (b | c, 1), (a | b | c, -1))
        return (*whole, (c, -1)) if c else whole


def elemental(n: int) -> Iterator[Atom]:
    """H(i | all others) and I(i; j | K): all the others are sums of these (Yeung 2008, §14.1)."""
    everything = (1 << n) - 1
    for i in range(n):
        yield Atom(1 << i, 0, everything & ~(1 << i))
    for i in range(n):
        for j in range(i):
            rest = everything & ~(1 << i | 1 << j)
            for k in submasks(rest):
                yield Atom(1 << j, 1 << i, k)


def submasks(mask: int) -> Iterator[int]:
    """All subsets, the empty one first."""
    sub = 0
    while True:
        yield sub
        if sub == mask:
            return
        sub = (sub - mask) & mask


@cache
def atoms(n: int) -> tuple[Atom, ...]:
    """All of n variables, those with few variables first."""
    everything = (1 << n) - 1
    found = []
    for a in range(1, everything + 1):
        outside = everything & ~a
        for c in submasks(outside):
            found.append(Atom(a, 0, c))
            found += [Atom(a, b, c) for b in submasks(outside & ~c) if b > a]
    return tuple(sorted(found, key=lambda t: ((t.a | t.b | t.c).bit_count(), t.c.bit_count(), bool(t.b), t)))


@cache
def elementals(n: int) -> tuple[Atom, ...]:
    return tuple(elemental(n))


def scaled_key(vector: Vector) -> tuple[Key, Fraction]:
    """The vector as coprime whole numbers, and the positive factor by which it is a multiple of them."""
    bottom = 1
    for v in vector.values():
        bottom = bottom * v.denominator // gcd(bottom, v.denominator)
    whole = {k: v.numerator * (bottom // v.denominator) for k, v in vector.items()}
    top = gcd(*whole.values()) if whole else 1
    return tuple(sorted((k, v // top) for k, v in whole.items())), Fraction(top, bottom)


def added(vector: Vector, factor: Fraction | int, other: Vector) -> None:
    """vector += factor * other, in place, without zeros."""
    for k, v in other.items():
        new = vector.get(k, 0) + factor * v
        if new:
            vector[k] = Fraction(new)
        else:
            vector.pop(k, None)
