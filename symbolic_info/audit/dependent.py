"""Joint laws on which facts about their variables hold: independence, Markov chains, functions, given relations.

A law is made so that it should keep the facts, and then asked, exactly; the law of constants keeps most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from random import Random
from typing import Any

from sympy import Basic, Eq, Integer, Rational
from sympy.core.relational import Relational
from sympy.core.symbol import Str

from ..language.dependence import Dependence, FunctionOf, MarkovChain, MutuallyIndependent, Shared
from ..language.joint import Joint
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from .cells import cells_of
from .listed import Listed, listed

Names = frozenset[Str]
Pmf = Mapping[tuple[Any, ...], Any]
TRIES = 40
QUANTITIES = (Entropy, ConditionalEntropy, MutualInformation, Shared)
HIDDEN = 3  # bits of which the variables are made


def dependent(law: Joint, facts: Sequence[Any], random: Random) -> Listed | None:
    """A joint law that keeps the separations and functions among some facts; None where they say nothing of it."""
    bound = [f for f in facts if _speaks_of(f, law)]
    if not bound:
        return None
    names = law.coordinates
    for attempt in range(TRIES):
        rows = _along(names, bound, random) if attempt % 2 else _of_bits(names, random, fair=attempt % 4 == 0)
        if all(keeps(rows, names, fact) is not False for fact in bound):
            return _law(names, rows)
    return _law(names, {(0,) * len(names): Fraction(1)})


def _speaks_of(fact: Basic, law: Joint) -> bool:
    """Whether a fact says something of how the variables of a law depend on one another."""
    if isinstance(fact, Dependence):
        return bool(fact.law == law)
    return isinstance(fact, Relational) and bool(fact.has(law) and fact.has(*QUANTITIES))


def _law(names: Sequence[Str], rows: Pmf) -> Listed:
    points = [tuple(Integer(1 + v) for v in at) for at in rows]
    return listed(names, points, [Rational(p.numerator, p.denominator) for p in rows.values()])


def holds_of_cells(fact: Any) -> bool | None:
    """Whether a fact about dependence holds of a listed law; None for a law that is not listed."""
    cells = cells_of(fact.law)
    return None if cells is None else keeps(cells, fact.law.coordinates, fact)


def keeps(rows: Pmf, names: Sequence[Str], fact: Any) -> bool | None:
    """Whether rows of probabilities keep a fact, exactly; None for one that is no separation and no function."""
    separations, functions = meaning(fact)
    if not separations and not functions:
        return None
    return all(_determines(rows, names, by, of) for of, by in functions) and all(
        _apart(rows, names, *parts) for parts in separations
    )


def meaning(fact: Any) -> tuple[list[tuple[Names, Names, Names]], list[tuple[Names, Names]]]:
    """A fact as separations (A and B are independent given C) and functions (A is one of B)."""
    if isinstance(fact, MarkovChain | MutuallyIndependent):
        return list(fact.separations), []
    if isinstance(fact, FunctionOf):
        return [], [(frozenset(fact.args[1]), frozenset(fact.args[2]))]
    if isinstance(fact, Eq) and fact.rhs == 0:
        e = fact.lhs
        if isinstance(e, MutualInformation):
            a, b, c = map(frozenset, e.args[1:])
            return [(a, b, c)], []
        if isinstance(e, ConditionalEntropy):
            return [], [(frozenset(e.args[1]), frozenset(e.args[2]))]
        if isinstance(e, Entropy) and hasattr(e.args[0], "coordinates"):
            return [], [(frozenset(e.args[0].coordinates), frozenset())]
    return [], []


def _pooled(rows: Pmf, names: Sequence[Str], of: Names) -> dict[tuple[Any, ...], Any]:
    places = [i for i, n in enumerate(names) if n in of]
    found: dict[tuple[Any, ...], Any] = {}
    for at, p in rows.items():
        key = tuple(at[i] for i in places)
        found[key] = found.get(key, 0) + p
    return found


def _determines(rows: Pmf, names: Sequence[Str], by: Names, of: Names) -> bool:
    return len(_pooled(rows, names, by)) == len(_pooled(rows, names, by | of))


def _apart(rows: Pmf, names: Sequence[Str], a: Names, b: Names, c: Names) -> bool:
    """p(a, b, c) p(c) = p(a, c) p(b, c), wherever p(a, c) and p(b, c) are positive."""
    order = [n for n in names if n in a | b | c]
    ac, bc, only = (_pooled(rows, names, s) for s in (a | c, b | c, c))
    whole = _pooled(rows, names, a | b | c)
    kept = {s: [n for n in names if n in s] for s in (a | c, b | c, c)}
    for one, p in ac.items():
        for two, q in bc.items():
            left, right = dict(zip(kept[a | c], one, strict=True)), dict(zip(kept[b | c], two, strict=True))
            if any(left[n] != right[n] for n in left.keys() & right.keys()):
                continue
            at = left | right
            found = whole.get(tuple(at[n] for n in order), 0)
            if found * only[tuple(at[n] for n in kept[c])] != p * q:
                return False
    return True


def _of_bits(names: Sequence[Str], random: Random, fair: bool) -> dict[tuple[int, ...], Fraction]:
    """Variables that are functions of a few hidden bits: sums of some, where the bits are fair."""
    chances = [Fraction(1, 2) if fair else Fraction(random.randint(1, 8), 9) for _ in range(HIDDEN)]
    made: dict[Str, Any] = {}
    for name in names:
        used = random.sample(range(HIDDEN), random.randint(0, 2))
        table = {v: sum(v) % 2 if fair else random.randint(0, 2) for v in product((0, 1), repeat=len(used))}
        made[name] = (used, table)
    rows: dict[tuple[int, ...], Fraction] = {}
    for bits in product((0, 1), repeat=HIDDEN):
        p = Fraction(1)
        for bit, chance in zip(bits, chances, strict=True):
            p *= chance if bit else 1 - chance
        at = tuple(table[tuple(bits[i] for i in used)] for used, table in made.values())
        rows[at] = rows.get(at, Fraction(0)) + p
    return rows


def _along(names: Sequence[Str], facts: Sequence[Any], random: Random) -> dict[tuple[int, ...], Fraction]:
    """Each variable drawn given those on which the facts let it depend, functions with certainty."""
    parents, certain = _parents(names, facts)
    rows: dict[tuple[int, ...], Fraction] = {(): Fraction(1)}
    done: list[Str] = []
    for name in _ordered(names, parents):
        places = [done.index(n) for n in done if n in parents[name]]
        chances: dict[tuple[int, ...], list[Fraction]] = {}
        grown: dict[tuple[int, ...], Fraction] = {}
        for at, p in rows.items():
            key = tuple(at[i] for i in places)
            if key not in chances:
                weight = random.randint(0, 1) if name in certain else Fraction(random.randint(1, 8), 9)
                chances[key] = [Fraction(1 - weight), Fraction(weight)]
            grown |= {(*at, v): p * q for v, q in enumerate(chances[key]) if q}
        rows, done = grown, [*done, name]
    back = [done.index(n) for n in names]
    return {tuple(at[i] for i in back): p for at, p in rows.items()}


def _parents(names: Sequence[Str], facts: Sequence[Any]) -> tuple[dict[Str, Names], set[Str]]:
    """On which variables each depends, and which are functions of theirs."""
    parents: dict[Str, Names] = {}
    certain: set[Str] = set()
    for fact in facts:
        for of, by in meaning(fact)[1]:
            new = [n for n in of if n not in certain]
            parents |= dict.fromkeys(new, by)
            certain |= set(new)
    for fact in facts:
        if isinstance(fact, MarkovChain):
            groups = [frozenset(g) for g in fact.args[1]]
            for before, group in pairwise(groups):
                for name in sorted(group, key=str):
                    parents.setdefault(name, before | {n for n in group if str(n) < str(name)})
        for a, b, c in meaning(fact)[0]:
            for name in sorted(a | b, key=str):
                own = a if name in a else b
                parents.setdefault(name, c | {n for n in own if str(n) < str(name)})
    for i, name in enumerate(names):
        parents.setdefault(name, frozenset(names[:i]))
    return parents, certain


def _ordered(names: Sequence[Str], parents: Mapping[Str, Names]) -> Iterator[Str]:
    """Those first on which others depend; where there is a circle, as they stand."""
    done: set[Str] = set()
    while len(done) < len(names):
        waiting = [n for n in names if n not in done]
        name = next((n for n in waiting if parents[n] <= done), waiting[0])
        done.add(name)
        yield name
