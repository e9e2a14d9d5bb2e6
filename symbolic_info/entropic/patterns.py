"""Gaps that are seen at once to be sums of a few quantities, whatever the number of variables."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import accumulate, combinations
from operator import and_, or_

from .atoms import Atom, Vector, added
from .merging import Terms, merged

MOST = 60  # uncrossings until the search for them gives up


def one(gap: Vector) -> tuple[Fraction, Atom] | None:
    """The quantity of which the gap is a positive multiple."""
    above = [m for m, c in gap.items() if c > 0]
    if not above or len(above) > 2 or len(gap) > 4:
        return None
    first, second = above[0], above[-1]
    if first == second:
        below = [m for m, c in gap.items() if c < 0]
        inner = below[0] if below else 0
        atom = Atom(first & ~inner, 0, inner)
    else:
        a, b = first & ~second, second & ~first
        atom = Atom(min(a, b), max(a, b), first & second)
    x = gap[first]
    fits = atom.a and len(gap) == len(atom.parts) and all(gap.get(m) == x * sign for m, sign in atom.parts)
    return (x, atom) if fits else None


def independence_bound(gap: Vector) -> Terms | None:
    """Σ H(A_i | C) − H(A_1, …, A_k | C) as I(A_1; A_2 | C) + I(A_1, A_2; A_3 | C) + …, times a number."""
    above = sorted(m for m, c in gap.items() if c > 0)
    common = reduce(and_, above) if above else 0
    parts = [m & ~common for m in above]
    whole, k, x = sum(parts), len(parts), gap[above[0]] if above else Fraction(0)
    if k < 3 or whole != reduce(or_, parts):
        return None
    wanted = dict.fromkeys(above, x) | {whole | common: -x} | ({common: (1 - k) * x} if common else {})
    if gap != wanted:
        return None
    sums = list(accumulate(parts))
    return tuple((x, Atom(min(a, b), max(a, b), common)) for a, b in zip(sums, parts[1:], strict=False))


def uncrossed(gap: Vector) -> Terms | None:
    """H(S) + H(T) = H(S ∪ T) + H(S ∩ T) + I(S; T | S ∩ T), again and again, until what is left is a chain.

    At the end each set that is subtracted lies within one that is left.
    """
    left, found = dict(gap), list[tuple[Fraction, Atom]]()
    wanted = [m for m, c in gap.items() if c < 0]
    for _ in range(MOST):
        above = [m for m, c in left.items() if c > 0]
        crossing = [(s, t) for s, t in combinations(above, 2) if s & ~t and t & ~s]
        if not crossing:
            break
        s, t = max(crossing, key=lambda p: (p[0] | p[1] in wanted, (p[0] | p[1]).bit_count(), p))
        x = min(left[s], left[t], *(-left[m] for m in (s | t,) if left.get(m, 0) < 0))
        atom = Atom(min(s & ~t, t & ~s), max(s & ~t, t & ~s), s & t)
        added(left, -x, {m: Fraction(sign) for m, sign in atom.parts})
        found.append((x, atom))
    for m in sorted((m for m, c in left.items() if c < 0), key=int.bit_count, reverse=True):
        while left.get(m, 0) < 0:
            over = [s for s, c in left.items() if c > 0 and not m & ~s]
            if not over:
                return None
            s = min(over, key=int.bit_count)
            x = min(left[s], -left[m])
            atom = Atom(s & ~m, 0, m)
            added(left, -x, {k: Fraction(sign) for k, sign in atom.parts})
            found.append((x, atom))
    if any(c < 0 for c in left.values()):
        return None
    return merged((*found, *((c, Atom(m, 0, 0)) for m, c in left.items())))
