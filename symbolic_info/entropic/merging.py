"""Chain rules, backwards: sums of elemental quantities as fewer ones, so that a proof is short."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .atoms import Atom

Terms = tuple[tuple[Fraction, Atom], ...]
MOST = 250  # terms of which pairs are looked at


def merged(terms: Terms) -> Terms:
    """The same sum of fewer terms: two that make one are put together as long as there are any."""
    found = dict[Atom, Fraction]()
    for x, atom in terms:
        found[atom] = found.get(atom, Fraction(0)) + x
    while len(found) <= MOST and (pair := _pair(list(found))) is not None:
        first, second, whole = pair
        x = min(found[first], found[second])
        for atom in (first, second):
            found[atom] -= x
            if not found[atom]:
                del found[atom]
        found[whole] = found.get(whole, Fraction(0)) + x
    return tuple((x, atom) for atom, x in found.items())


def _pair(atoms: Sequence[Atom]) -> tuple[Atom, Atom, Atom] | None:
    for i, first in enumerate(atoms):
        for second in atoms[:i]:
            whole = together(first, second) or together(second, first)
            if whole is not None:
                return first, second, whole
    return None


def together(one: Atom, other: Atom) -> Atom | None:
    """The quantity that is the sum of both, where one comes first in a chain rule and the other behind it.

    I(A; B | C) + I(A; D | B, C) = I(A; B, D | C), H(A | C) + H(B | A, C) = H(A, B | C), and
    I(A; B | C) + H(A | B, C) = H(A | C).
    """
    a, b, c = one
    if not b:
        return Atom(a | other.a, 0, c) if not other.b and other.c == a | c else None
    for x, y in ((a, b), (b, a)):
        if other.c != y | c:
            continue
        if not other.b:
            if other.a == x:
                return Atom(x, 0, c)
        elif x in (other.a, other.b):
            rest = y | (other.b if x == other.a else other.a)
            return Atom(min(x, rest), max(x, rest), c)
    return None
