"""The search for few non-negative quantities that make up a gap.  Nothing here is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .atoms import Atom, Key, Vector, added, scaled_key
from .columns import ALL_UP_TO, Column, all_columns, columns_of, index_of, zeros_of
from .linear import sign_of
from .merging import merged
from .patterns import independence_bound, one, uncrossed
from .problem import Problem, coarsened, constant_of, restricted
from .program import has_highs, solve
from .quotient import Space, space_of

FEW = 7  # quantities that a reader still follows


@dataclass(frozen=True)
class Certificate:
    """gap = Σ terms + Σ bounds + constant, where what is in `zeros` and `equations` is zero by the facts.

    Each part lists exact multipliers; those of terms and bounds are positive, the constant is not negative.
    """

    terms: tuple[tuple[Fraction, Atom], ...] = ()
    bounds: tuple[tuple[Fraction, int], ...] = ()
    zeros: tuple[tuple[Fraction, Atom], ...] = ()
    equations: tuple[tuple[Fraction, int], ...] = ()
    constant: tuple[tuple[int, Fraction], ...] = ()

    @property
    def size(self) -> int:
        return sum(map(len, (self.terms, self.bounds, self.zeros, self.equations)))


def certificate(gap: Vector, given: Problem) -> Certificate | None:
    """A proof that the gap is not negative: first of its own variables alone, then with all others."""
    tried = restricted(gap, given)
    for facts in dict.fromkeys((id(tried), id(given))):
        here = tried if facts == id(tried) else given
        small, coarse = coarsened(gap, here)
        found = _certificate(small, coarse)
        if found is not None:
            return Certificate(
                tuple((c, coarse.restored(a)) for c, a in found.terms), found.bounds,
                tuple((c, coarse.restored(a)) for c, a in found.zeros), found.equations, found.constant,
            )  # fmt: skip
    return None


def _certificate(gap: Vector, given: Problem) -> Certificate | None:
    space = space_of(given)
    if (seen := _seen(gap, space)) is not None:
        return seen
    reduced = space.reduce(gap)
    bounds = [Column(k, space.reduce(v)) for v, k in given.bounds]
    chosen = [] if _settled(reduced) else _chosen(reduced, space, bounds)
    if chosen is None:
        return None
    terms, used = _split(chosen)
    terms = merged(terms)
    rest = dict(gap)
    for x, atom in terms:
        added(rest, -x, {mask: Fraction(sign) for mask, sign in atom.parts})
    for x, number in used:
        added(rest, -x, next(v for v, k in given.bounds if k == number))
    spanned = _spanned(rest, space, given)
    if spanned is None:
        return None
    zeros, equations, constant = spanned
    return Certificate(terms, used, zeros, equations, constant)


def _seen(gap: Vector, space: Space) -> Certificate | None:
    """A proof that is seen without a search: the gap, or minus it, is one quantity or an independence bound."""
    constant = {k: c for k, c in gap.items() if k < 0}
    form = {k: c for k, c in gap.items() if k > 0}
    if sign_of(constant_of(gap)) < 0:
        return None
    for sign in (1, -1):
        signed = {k: sign * c for k, c in form.items()}
        single = one(signed)
        found = (single,) if single is not None else independence_bound(signed) if form else ()
        if found is None:
            continue
        zeros = tuple((sign * x, atom) for x, atom in found if space.vanishes(atom))
        terms = tuple((x, atom) for x, atom in found if not space.vanishes(atom))
        if sign == 1 or not terms:
            return Certificate(terms, zeros=zeros, constant=tuple(constant.items()))
    return None


Chosen = list[tuple[Fraction, Atom | int]]


def _split(chosen: Chosen) -> tuple[tuple[tuple[Fraction, Atom], ...], tuple[tuple[Fraction, int], ...]]:
    atoms_in = tuple((x, s) for x, s in chosen if isinstance(s, Atom))
    return atoms_in, tuple((x, s) for x, s in chosen if not isinstance(s, Atom))


def _chosen(gap: Vector, space: Space, bounds: Sequence[Column]) -> Chosen | None:
    if space.plain and not bounds and (seen := uncrossed(gap)) is not None and len(seen) <= 2 * FEW:
        return list(seen)
    found = _few(gap, index_of(space), bounds)
    return found if found is not None else _program(gap, space, bounds)


def _settled(gap: Vector) -> bool:
    """Whether nothing is left but a constant that is not negative."""
    return all(k < 0 for k in gap) and sign_of(constant_of(gap)) >= 0


def _few(gap: Vector, index: dict[Key, Column], bounds: Sequence[Column]) -> Chosen | None:
    """One or two quantities, perhaps with a fact, whose multiples make up the gap."""
    if (first := _single(gap, index)) is not None:
        return [first]
    for column in (*bounds, *index.values()):
        factors = {gap[k] / v for k, v in column.vector.items() if k in gap and gap[k] * v > 0}
        for x in sorted(factors, key=lambda f: (f.denominator, f)):
            rest = dict(gap)
            added(rest, -x, column.vector)
            if len(rest) > 4 + sum(k < 0 for k in rest):
                continue
            if _settled(rest):
                return [(x, column.source)]
            if (second := _single(rest, index)) is not None:
                return [(x, column.source), second]
    return None


def _single(gap: Vector, index: dict[Key, Column]) -> tuple[Fraction, Atom | int] | None:
    """The quantity of which the gap is a positive multiple, up to a constant that is not negative."""
    if any(k < 0 for k in gap):
        if sign_of(constant_of(gap)) < 0:
            return None
        gap = {k: v for k, v in gap.items() if k > 0}
    key, factor = scaled_key(gap)
    column = index.get(key)
    if column is None:
        return None
    return factor / scaled_key(column.vector)[1], column.source


def _program(gap: Vector, space: Space, bounds: Sequence[Column]) -> Chosen | None:
    """A linear program over all quantities, which prefers few of them."""
    columns = [*columns_of(space), *bounds]
    has_constants = any(k < 0 for v in (gap, *(c.vector for c in bounds)) for k in v)
    vectors = [c.vector for c in columns]
    if has_constants:
        vectors = [*map(approximated, vectors), {-1: Fraction(1)}]
    found = solve(approximated(gap) if has_constants else gap, vectors)
    if found is None:
        return None
    chosen: Chosen = [(x, columns[i].source) for i, x in sorted(found.items()) if i < len(columns)]
    rest = dict(gap)
    for i, x in found.items():
        if i < len(columns):
            added(rest, -x, columns[i].vector)
    if not _settled(rest):
        return None
    return _fewer(gap, chosen) if space.plain and space.n > ALL_UP_TO + 1 and not bounds else chosen


def _fewer(gap: Vector, chosen: Chosen) -> Chosen:
    """The same gap of fewer quantities, where it is a sum of many elemental ones: all quantities are columns."""
    short = merged(_split(chosen)[0])
    if len(short) <= FEW or not has_highs():
        return list(short)
    every, vectors = all_columns(max(gap).bit_length())
    found = solve(gap, vectors)
    return list(short) if found is None else [(x, every[i]) for i, x in sorted(found.items())]


def approximated(v: Vector) -> Vector:
    """The constant as one rational number nearby: which multipliers are right does not depend on its last digits."""
    from math import log

    made = {k: c for k, c in v.items() if k > 0}
    constant = sum(float(c) * (log(p) if p > 1 else 1.0) for p, c in constant_of(v).items())
    return made | ({-1: Fraction(constant).limit_denominator(10**12)} if constant else {})


Spanned = tuple[tuple[tuple[Fraction, Atom], ...], tuple[tuple[Fraction, int], ...], tuple[tuple[int, Fraction], ...]]


def _spanned(rest: Vector, space: Space, given: Problem) -> Spanned | None:
    """What is left, as zeros that facts say at once, equations, and a constant; few of them."""
    constant = dict(space.reduce(rest))
    added(rest, -1, constant)
    if not rest:
        return (), (), tuple(constant.items())
    zeros = zeros_of(space)
    index = {scaled_key(c.vector)[0]: c for c in reversed(zeros)}
    for sign in (1, -1):
        signed = {k: sign * v for k, v in rest.items()}
        if (one := _single_or_two(signed, index)) is not None:
            return tuple((sign * x, a) for x, a in one if isinstance(a, Atom)), (), tuple(constant.items())
    vectors = [c.vector for c in zeros]
    opposite = [{k: -v for k, v in c.items()} for c in vectors]
    equations = [v for v, _ in given.equations]
    found = solve(rest, [*vectors, *opposite], equations)
    if found is None:
        return None
    n = len(zeros)
    atoms_in = tuple((x if i < n else -x, zeros[i % n].source) for i, x in sorted(found.items()) if i < 2 * n)
    facts = tuple((x, given.equations[i - 2 * n][1]) for i, x in sorted(found.items()) if i >= 2 * n)
    return tuple((x, a) for x, a in atoms_in if isinstance(a, Atom)), facts, tuple(constant.items())


def _single_or_two(rest: Vector, index: dict[Key, Column]) -> Chosen | None:
    one = _single(rest, index)
    if one is not None:
        return [one]
    for first in index.values():
        for x in {rest[k] / v for k, v in first.vector.items() if k in rest}:
            left = dict(rest)
            added(left, -x, first.vector)
            for sign in (1, -1):
                second = _single({k: sign * v for k, v in left.items()}, index) if len(left) <= 4 else None
                if second is not None:
                    return [(x, first.source), (sign * second[0], second[1])]
    return None
