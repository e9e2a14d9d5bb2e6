"""Where a derivation is audited: admissible rational points, definite laws for arbitrary ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic, Expr, Integer

from ..exact.given import Given
from ..exact.point import admissible_point
from ..language.models import Entry, Independent
from ..language.terms import Measured
from .facts import holds
from .instances import instance, is_abstract
from .matrices import drawn, explicit, names_in, sizes_in

TRIES = 9  # attempts for each point that is wanted
Place = tuple[dict[Any, Any], tuple[Expr, ...]]


@dataclass
class Search:
    """Admissible points, with the lines there: symbols by rationals, what is arbitrary by definite instances.

    `refused` counts the facts that were false of an instance, `untold` those of which numbers cannot tell.
    """

    lines: Sequence[Expr]
    given: Given
    points: int
    seed: int
    found: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    untold: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Place]:
        abstract = is_abstract(self.lines)
        named = {m.args[1] for e in self.lines for m in e.atoms(Measured)}  # units, and vectors, are no numbers
        named |= {v.args[0] for e in self.lines for v in e.atoms(Entry)}
        arrays, matrices = names_in(self.lines), sizes_in(self.lines)
        plain = Given(frozenset(c for c in self.given.facts if not is_abstract([c])))  # the others choose the instances
        written = sorted(self.given.facts, key=str)
        used: set[frozenset[Any]] = set()
        for attempt in range(self.points * TRIES):
            sizes = _sizes(self.lines, attempt)
            lines = [e.xreplace(sizes) for e in self.lines]
            every = [*lines, *(s for c in written for s in c.free_symbols - sizes.keys())]
            point = admissible_point(
                Given() | [c.xreplace(sizes) for c in plain.facts], every, seed=self.seed + 7919 * attempt
            )
            if point is None:
                self.refused["the conditions on the symbols"] += 1
                return
            point = sizes | {k: v for k, v in point.items() if k not in named}
            shown: dict[Any, Any] = dict(point)
            here = tuple(e.xreplace(point) for e in lines)
            if arrays or matrices:
                values = drawn(arrays, int(next(iter(sizes.values()), Integer(1))), self.seed + attempt)
                here, shown = tuple(explicit(e, values) for e in here), shown | values
            if abstract:
                facts = [c.xreplace(point) for c in written]
                chosen = instance(here, facts, attempt, self.seed + attempt)
                if not self._hold(written, [chosen.put(c) for c in facts]):
                    continue
                here = tuple(map(chosen.put, here))
                shown |= chosen.shown
            key = frozenset(shown.items())
            if key not in used:
                used.add(key)
                self.found += 1
                yield shown, here
            if self.found >= self.points or not shown:
                return

    def _hold(self, facts: Sequence[Basic], definite: Sequence[Basic]) -> bool:
        for fact, made in zip(facts, definite, strict=True):
            true = holds(made)
            if true is not True:
                (self.refused if true is False else self.untold)[str(fact)] += 1
                return False
        return True

    @property
    def no_instance(self) -> bool:
        """Whether every instance was refused because a fact is false of it."""
        return not self.found and bool(self.refused) and not self.untold

    @property
    def why(self) -> str:
        """Why no point was found, in words."""
        worst = self.refused.most_common(1) or self.untold.most_common(1)
        fact = f" ({worst[0][0]})" if worst else ""
        if self.no_instance:
            return f"no instance satisfies the assumptions{fact}: they seem to contradict each other"
        return f"no admissible point or instance was found{fact}"


def _sizes(lines: Sequence[Expr], attempt: int) -> dict[Expr, Expr]:
    """One or two coordinates, where their number is open: no more are integrated; up to three for normal vectors."""
    open_ = {law.size for e in lines for law in e.atoms(Independent) if law.size.is_Symbol}
    return sizes_in(lines, attempt) | {d: Integer(1 + attempt % 2) for d in open_}
