"""Joint entropies modulo the facts: what facts make equal is one, so that what is left to decide is small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .atoms import Atom, Vector, added, elementals
from .problem import Masks, Problem


class Contradiction(Exception):
    """Facts that no law satisfies; `constant` is what they force to be zero."""

    def __init__(self, constant: Vector) -> None:
        super().__init__("the facts contradict each other")
        self.constant = constant


@dataclass
class Space:
    """Vectors over joint entropies of n variables, reduced by separations, functions and equations.

    `separations` lists (A, B, C) with I(A; B | C) = 0, `functions` lists (of, arguments), `families` groups that are
    mutually independent, given a set; these are for facts without functions.
    """

    n: int
    separations: Sequence[Masks] = ()
    functions: Sequence[tuple[int, int]] = ()
    equations: Sequence[Vector] = ()
    families: Sequence[tuple[tuple[int, ...], int]] = ()
    _closed: dict[int, int] = field(default_factory=dict)
    _reduced: dict[int, Vector] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.plain = not (self.separations or self.functions or self.equations or self.families)

    def close(self, mask: int) -> int:
        """All variables that are functions of these."""
        found = self._closed.get(mask)
        if found is None:
            found, more = -1, mask
            while found != more:
                found = more
                for of, arguments in self.functions:
                    if arguments & ~more == 0:
                        more |= of
            self._closed[mask] = found
        return found

    def vanishes(self, atom: Atom) -> bool:
        """Whether a fact, alone with functions, says that it is zero."""
        a, b, c = atom
        known = self.close(c)
        if a & ~known == 0 or (b and b & ~known == 0):
            return True
        if not b:
            return False
        for first, second, third in (*self.separations, *self._halves(a)):
            if third & ~known:
                continue
            left, right = self.close(first | third), self.close(second | third)
            if c & ~(left | right):
                continue
            left, right = self.close(left | c), self.close(right | c)
            if (not a & ~left and not b & ~right) or (not a & ~right and not b & ~left):
                return True
        return False

    def _halves(self, a: int) -> Iterator[Masks]:
        """The independent groups that have something of a, against the others."""
        for groups, given in self.families:
            near = sum(g for g in groups if g & a)
            yield near, sum(groups) - near, given

    def reduce(self, vector: Vector) -> Vector:
        """The vector in the coordinates that are left."""
        if self.plain:
            return vector
        made: Vector = {}
        for mask, c in vector.items():
            added(made, c, self._of(mask))
        return made

    def of_atom(self, atom: Atom) -> Vector:
        """The reduced vector of an atom."""
        if self.plain:
            return {mask: Fraction(sign) for mask, sign in atom.parts}
        made: Vector = {}
        for mask, sign in atom.parts:
            added(made, sign, self._of(mask))
        return made

    def _of(self, mask: int) -> Vector:
        if not self._reduced:
            self._build()
        return self._reduced[self.close(mask)] if mask > 0 else {mask: Fraction(1)}

    def _build(self) -> None:
        """Every closed set by smaller ones, as far as a separation says so; then what is left over of the facts."""
        tops: dict[int, list[Atom]] = {}
        empty = self.close(0)
        for atom in elementals(self.n) if self.separations or self.families else ():
            a, b, c = atom
            if b and self.vanishes(atom):
                tops.setdefault(self.close(a | b | c), []).append(atom)
        left: list[Vector] = []
        for mask in sorted({self.close(m) for m in range(1, 1 << self.n)}, key=lambda m: (m.bit_count(), m)):
            self._reduced[mask] = {} if mask == empty else {mask: Fraction(1)}
            for atom in tops.get(mask, ()):
                made: Vector = {}
                for m, sign in atom.parts:
                    if self.close(m) != mask:
                        added(made, sign, self._reduced[self.close(m)])
                tops_of = [sign for m, sign in atom.parts if self.close(m) == mask]
                bound = len(tops_of) == 1  # it says what this very set is
                if bound and self._reduced[mask] == {mask: 1}:
                    self._reduced[mask] = made
                else:
                    added(made, sum(tops_of), self._reduced[mask])
                    left.append(made)
        self._eliminate([v for v in left if v], self.equations)

    def _eliminate(self, derived: Iterable[Vector], equations: Iterable[Vector]) -> None:
        pivots: dict[int, Vector] = {}
        for equation in (*derived, *(self.reduce(e) for e in equations)):
            row = _put(equation, pivots)
            if not row:
                continue
            top = max(row, key=lambda m: (m.bit_count() if m > 0 else -1, m))
            if top < 0:
                raise Contradiction(row)
            factor = row.pop(top)
            value = {m: -v / factor for m, v in row.items()}
            for mask, other in pivots.items():
                if top in other:
                    pivots[mask] = _put(other, {top: value})
            pivots[top] = value
        if pivots:
            self._reduced = {mask: _put(v, pivots) for mask, v in self._reduced.items()}


def space_of(given: Problem) -> Space:
    """The joint entropies modulo the facts of a problem."""
    equations = [v for v, _ in given.equations]
    return Space(given.n, given.separations, given.functions, equations, given.families)


def _put(vector: Vector, pivots: dict[int, Vector]) -> Vector:
    """The vector with other expressions for some coordinates."""
    made: Vector = {}
    for mask, c in vector.items():
        if mask in pivots:
            added(made, c, pivots[mask])
        else:
            added(made, c, {mask: Fraction(1)})
    return made
