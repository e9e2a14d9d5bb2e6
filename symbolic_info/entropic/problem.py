"""A statement with its facts over bit masks: what the search works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .atoms import Atom, Vector, submasks
from .linear import Linear
from .statement import Fact, Function, Independent, Markov, Quantity, Statement

Masks = tuple[int, int, int]
Family = tuple[tuple[int, ...], int]


@dataclass(frozen=True)
class Problem:
    """Facts about n variables; `names` says which of the variables of the statement each one is, as a mask.

    `equations` and `bounds` are what relations among the facts say, each with the fact's number; `families` are
    groups that are mutually independent, given others, where there are no functions.
    """

    n: int
    separations: tuple[Masks, ...] = ()
    functions: tuple[tuple[int, int], ...] = ()
    equations: tuple[tuple[Vector, int], ...] = ()
    bounds: tuple[tuple[Vector, int], ...] = ()
    names: tuple[int, ...] = ()
    families: tuple[Family, ...] = ()

    def restored(self, atom: Atom) -> Atom:
        """An atom over the variables of the statement."""
        a, b, c = (sum(self.names[i] for i in range(self.n) if part >> i & 1) for part in atom)
        return Atom(a, b, c)


def problem(facts: Sequence[Fact], names: Sequence[str]) -> Problem:
    """What the facts say of the variables, in this order."""
    place = {name: 1 << i for i, name in enumerate(names)}

    def mask(group: Iterable[str]) -> int:
        return sum({place[v] for v in group})

    separations: list[Masks] = []
    functions: list[tuple[int, int]] = []
    families: list[Family] = []
    equations: list[tuple[Vector, int]] = []
    bounds: list[tuple[Vector, int]] = []
    for number, fact in enumerate(facts):
        if isinstance(fact, Markov):
            sets = [mask(g) for g in fact.groups]
            separations += [(_all(sets[:i]), _all(sets[i + 1 :]), sets[i]) for i in range(1, len(sets) - 1)]
        elif isinstance(fact, Independent):
            families.append((tuple(mask(g) for g in fact.groups), mask(fact.given)))
        elif isinstance(fact, Function):
            functions.append((mask(fact.of), mask(fact.arguments)))
        elif (zero := vanishing(fact)) is not None:
            if zero.kind == "H":
                functions.append((mask(zero.groups[0]), mask(zero.given)))
            else:
                separations.append((mask(zero.groups[0]), mask(zero.groups[1]), mask(zero.given)))
        else:
            target = equations if fact.relation == "=" else bounds
            target.append((vector(fact.gap, place), number))
    if functions or any(sum(groups) != _all(groups) for groups, _ in families):
        separations += [half for groups, given in families for half in _halves(list(groups), given)]
        families = []
    return Problem(
        len(names), tuple(separations), tuple(functions), tuple(equations), tuple(bounds),
        tuple(1 << i for i in range(len(names))), tuple(families),
    )  # fmt: skip


def vanishing(fact: Statement) -> Quantity | None:
    """The H(A | B) or I(A; B | C) that the fact, as written, sets equal to zero."""
    for one, other in ((fact.left, fact.right), (fact.right, fact.left)):
        if fact.relation == "=" and not other.parts and len(one.parts) == 1:
            quantity = one.parts[0][1]
            if isinstance(quantity, Quantity) and (quantity.kind, len(quantity.groups)) in (("H", 1), ("I", 2)):
                return quantity
    return None


def vector(form: Linear, place: dict[str, int]) -> Vector:
    """A linear form by masks; constants have negative keys."""
    made = {sum(place[v] for v in names): c for names, c in form.entropies}
    return made | {-p: c for p, c in form.constant}


def coarsened(gap: Vector, given: Problem) -> tuple[Vector, Problem]:
    """The same with one variable for those that nothing tells apart, and none for those of which nothing speaks."""
    sets = [m for m in gap if m > 0]
    sets += [m for parts in (*given.separations, *given.functions) for m in parts]
    sets += [m for groups, over in given.families for m in (*groups, over)]
    sets += [m for v, _ in (*given.equations, *given.bounds) for m in v if m > 0]
    kinds: dict[tuple[int, ...], int] = {}
    for i in range(given.n):
        signature = tuple(k for k, m in enumerate(sets) if m >> i & 1)
        if signature:
            kinds[signature] = kinds.get(signature, 0) | 1 << i
    blocks = tuple(kinds.values())

    def put(mask: int) -> int:
        return sum(1 << k for k, block in enumerate(blocks) if mask & block) if mask > 0 else mask

    def put_all(v: Vector) -> Vector:
        return {put(m): c for m, c in v.items()}

    made = Problem(
        len(blocks),
        tuple((put(a), put(b), put(c)) for a, b, c in given.separations),
        tuple((put(a), put(b)) for a, b in given.functions),
        tuple((put_all(v), k) for v, k in given.equations),
        tuple((put_all(v), k) for v, k in given.bounds),
        tuple(sum(given.names[i] for i in range(given.n) if block >> i & 1) for block in blocks),
        tuple((tuple(put(g) for g in groups), put(over)) for groups, over in given.families),
    )
    return put_all(gap), made


def restricted(gap: Vector, given: Problem) -> Problem:
    """What the facts say at once of the variables of the gap alone."""
    own = _all(m for m in gap if m > 0)
    if own == (1 << given.n) - 1:
        return given
    sizes = sorted(submasks(own), key=int.bit_count)
    functions: list[tuple[int, int]] = []
    for arguments in sizes if given.functions else ():
        of = _closed(arguments, given.functions) & own & ~_closed(arguments, functions)
        if of:
            functions.append((of, arguments))
    return Problem(
        given.n,
        tuple((a & own, b & own, c) for a, b, c in given.separations if not c & ~own and a & own and b & own),
        tuple(functions),
        tuple((v, k) for v, k in given.equations if all(m < 0 or not m & ~own for m in v)),
        tuple((v, k) for v, k in given.bounds if all(m < 0 or not m & ~own for m in v)),
        given.names,
        tuple((tuple(g & own for g in groups if g & own), c) for groups, c in given.families if not c & ~own),
    )


def _closed(mask: int, functions: Iterable[tuple[int, int]]) -> int:
    """All that is a function of some variables."""
    listed, found = list(functions), -1
    while found != mask:
        found = mask
        for of, arguments in listed:
            if not arguments & ~mask:
                mask |= of
    return mask


def _all(masks: Iterable[int]) -> int:
    found = 0
    for m in masks:
        found |= m
    return found


def _halves(groups: list[int], given: int) -> list[Masks]:
    halves = [(groups[0], 0)]
    for g in groups[1:]:
        halves = [h for a, b in halves for h in ((a | g, b), (a, b | g))]
    return [(a, b, given) for a, b in halves if b]


def negated(v: Vector) -> Vector:
    """−v"""
    return {k: -c for k, c in v.items()}


def constant_of(v: Vector) -> dict[int, Fraction]:
    """The constant part, by primes."""
    return {-k: c for k, c in v.items() if k < 0}
