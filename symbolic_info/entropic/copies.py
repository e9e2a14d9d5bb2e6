"""Proofs with copies of variables: which copies, and the quantities of the law with copies that then suffice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import combinations
from time import perf_counter

from .atoms import Atom, Vector, added, atoms, elementals, submasks
from .columns import ALL_UP_TO
from .merging import merged
from .problem import Problem, coarsened
from .program import solve
from .quotient import Space, space_of
from .search import Certificate


@dataclass(frozen=True)
class Copy:
    """Copies of some variables over others, as masks; the copies are the variables that come next."""

    of: int
    over: int
    new: int


Copies = tuple[Copy, ...]


# The numbers of copies, of what they are copies of in the same order, and over what.
Named = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def with_copies(gap: Vector, given: Problem, seconds: float) -> tuple[Certificate, list[Named]] | None:
    """A proof that the gap is not negative with one copy or two, as far as there is time for it.

    The variables of the certificate are those of the problem, and then the copies.
    """
    small, coarse = coarsened(gap, given)
    if any(k < 0 for k in small):
        return None
    end = perf_counter() + seconds
    for copies in _choices(coarse.n):
        if perf_counter() > end:
            return None
        if (found := _proved(small, coarse, copies)) is not None:
            return _restored(found, copies, coarse, given.n)
    return None


def _choices(n: int) -> Iterator[Copies]:
    """One copy of one variable, one of two, then two copies; over two or three variables first."""
    first = list(_single(n, n))
    yield from ((c,) for c in first)
    if n > 4:
        return
    yield from ((c,) for c in _pairs(n))
    for c in first:
        if c.over.bit_count() == 2:
            yield from ((c, d) for d in _single(n + 1, n + 1) if d.over.bit_count() in (2, 3))


def _single(n: int, place: int) -> Iterator[Copy]:
    for size in (2, 3, 1):
        for chosen in combinations(range(n), size):
            over = sum(1 << i for i in chosen)
            if n - size > 1:
                yield from (Copy(1 << i, over, 1 << place) for i in range(n) if not over >> i & 1)


def _pairs(n: int) -> Iterator[Copy]:
    for chosen in combinations(range(n), 2):
        over = sum(1 << i for i in chosen)
        rest = (1 << n) - 1 & ~over
        yield from (Copy(of, over, 3 << n) for of in submasks(rest) if of.bit_count() == 2)


def _size(n: int, copies: Copies) -> int:
    return n + sum(c.new.bit_count() for c in copies)


def _reduced(mask: int, copies: Copies, n: int) -> Vector:
    """A joint entropy with copies, as far as copies say that it is one of others."""
    made: Vector = {mask: Fraction(1)}
    for copy in reversed(copies):
        after: Vector = {}
        for m, c in made.items():
            for part, sign in _without(m, copy):
                added(after, c * sign, {part: Fraction(1)} if part else {})
        made = after
    return made


def _without(mask: int, copy: Copy) -> list[tuple[int, int]]:
    """The joint entropies of which that of a set with copies is made up, by the last copies alone."""
    if not mask & copy.new:
        return [(mask, 1)]
    others = mask & ~copy.new
    if not others & ~copy.over:
        return [(others | _originals(mask & copy.new, copy), 1)]
    if copy.over & ~others:
        return [(mask, 1)]
    return [(others, 1), (copy.over | _originals(mask & copy.new, copy), 1), (copy.over, -1)]


def _originals(new: int, copy: Copy) -> int:
    """What these copies are copies of: the lowest copy of the lowest variable, and so on."""
    bits = [1 << i for i in range(copy.of.bit_length()) if copy.of >> i & 1]
    names = [1 << i for i in range(copy.new.bit_length()) if copy.new >> i & 1]
    return sum(a for a, r in zip(bits, names, strict=True) if r & new)


def _reduce(vector: Vector, copies: Copies, n: int) -> Vector:
    made: Vector = {}
    for mask, c in vector.items():
        added(made, c, _reduced(mask, copies, n))
    return made


def _supports(space: Space, copy: Copy, n: int) -> list[Atom]:
    """H(C | A′, B), where I(A; B | C) = 0 and H(C | A, B) = 0 by the facts: C is a function of the copy as well."""
    found: list[Atom] = []
    for c in submasks(copy.over):
        others = (1 << n) - 1 & ~(copy.of | c)
        for b in submasks(others) if c else ():
            if b and space.vanishes(Atom(copy.of, b, c)) and space.vanishes(Atom(c, 0, copy.of | b)):
                found.append(Atom(c, 0, copy.new | b))
    return found


@cache
def _columns(n: int, copies: Copies) -> tuple[tuple[Atom, ...], tuple[Vector, ...]]:
    """The quantities of the law with copies that do not vanish."""
    size = _size(n, copies)
    of_set = {mask: _reduced(mask, copies, n) for mask in range(1, 1 << size)}
    found: dict[tuple[tuple[int, Fraction], ...], tuple[Atom, Vector]] = {}
    for atom in atoms(size) if size <= ALL_UP_TO else elementals(size):
        vector: Vector = {}
        for mask, sign in atom.parts:
            added(vector, sign, of_set[mask])
        if vector:
            found.setdefault(tuple(sorted(vector.items())), (atom, vector))
    return tuple(a for a, _ in found.values()), tuple(v for _, v in found.values())


def _proved(gap: Vector, given: Problem, copies: Copies) -> Certificate | None:
    quantities, columns = _columns(given.n, copies)
    space = space_of(replace(given, equations=()))
    zeros = [a for a in elementals(given.n) if space.vanishes(a)] if not space.plain else []
    zeros += _supports(space, copies[0], given.n) if not space.plain else []
    free = [_reduce(_vector(a), copies, given.n) for a in zeros] + [v for v, _ in given.equations]
    bounds = [v for v, _ in given.bounds]
    found = solve(gap, [*columns, *bounds], free)
    if found is None:
        return None
    n, m = len(columns), len(columns) + len(bounds)
    terms = merged(tuple((x, quantities[i]) for i, x in sorted(found.items()) if i < n))
    known = tuple((x, zeros[i - m]) for i, x in sorted(found.items()) if m <= i < m + len(zeros))
    used = tuple((x, given.bounds[i - n][1]) for i, x in sorted(found.items()) if n <= i < m)
    equal = tuple((x, given.equations[i - m - len(zeros)][1]) for i, x in sorted(found.items()) if i >= m + len(zeros))
    rest = dict(gap)
    for x, atom in (*terms, *known):
        added(rest, -x, _vector(atom))
    for i, x in found.items():
        if n <= i < m or i >= m + len(zeros):
            added(rest, -x, ([*columns, *bounds, *free])[i])
    apart = _separated(rest, copies)
    return None if any(k > 0 for k in rest) else Certificate(terms, used, (*known, *apart), equal)


def _separated(rest: Vector, copies: Copies) -> list[tuple[Fraction, Atom]]:
    """The independences of copies that are left of the gap, taken out of it."""
    made: dict[Atom, Fraction] = {}
    for copy in reversed(copies):
        for mask in [m for m in rest if m & copy.new]:
            c, parts = rest.pop(mask), _without(mask, copy)
            if len(parts) == 3:  # H(R, S) = H(S) + H(R, over) − H(over) says that I(R; S | over) = 0
                atom = Atom(mask & copy.new, mask & ~copy.new & ~copy.over, copy.over)
                made[atom] = made.get(atom, Fraction(0)) - c
            for part, sign in parts:
                added(rest, c * sign, {part: Fraction(1)} if part else {})
    return [(x, a) for a, x in made.items() if x]


def _vector(atom: Atom) -> Vector:
    return {mask: Fraction(sign) for mask, sign in atom.parts}


def _restored(found: Certificate, copies: Copies, coarse: Problem, n: int) -> tuple[Certificate, list[Named]]:
    """The certificate and the copies over the variables of the problem; one variable may stand for several."""
    blocks = [[i for i in range(mask.bit_length()) if mask >> i & 1] for mask in coarse.names]
    made: list[Named] = []
    for copy in copies:
        of, new = list[int](), list[int]()
        for block in [blocks[i] for i in range(copy.of.bit_length()) if copy.of >> i & 1]:
            fresh = list(range(n, n + len(block)))
            blocks.append(fresh)
            of, new, n = of + block, new + fresh, n + len(block)
        over = [j for i in range(copy.over.bit_length()) if copy.over >> i & 1 for j in blocks[i]]
        made.append((tuple(new), tuple(of), tuple(over)))
    full = replace(coarse, n=len(blocks), names=tuple(sum(1 << i for i in b) for b in blocks))
    restored = replace(
        found,
        terms=tuple((x, full.restored(a)) for x, a in found.terms),
        zeros=tuple((x, full.restored(a)) for x, a in found.zeros),
    )
    return restored, made
