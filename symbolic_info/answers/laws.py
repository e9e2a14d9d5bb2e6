"""The laws of a question, under the letters that people use for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Expr, S, Symbol, exp

from ..language.binder import COORDINATES
from ..language.distribution import Distribution, laws_in
from ..language.joint import entropy, mutual_information
from ..language.support import Integers, Points
from ..language.terms import KL, CrossEntropy, Entropy

_FIRST, _SECOND = set("PpfX"), set("QqgY")


@dataclass(frozen=True)
class Laws:
    """The laws of a question; `size` is that of the unit in which amounts of information are meant, in nats.

    `densities`: whether p(x) may be written, with which any quantity could be said by its definition.
    """

    term: Expr
    size: Expr = S.One
    densities: bool = True

    @cached_property
    def all(self) -> tuple[Distribution, ...]:
        found = [a for a in self.term.args if isinstance(a, Distribution)]
        return tuple(found or laws_in(self.term))

    @property
    def first(self) -> Any:
        return self.all[0]

    @property
    def is_joint(self) -> bool:
        return len(getattr(self.first, "coordinates", ())) > 1

    @property
    def listed(self) -> bool:
        """Whether the first law has a list of outcomes, over which a sum without limits goes."""
        return bool(self.all) and isinstance(self.first.support, Points | Integers)

    @cached_property
    def bound(self) -> tuple[Symbol, ...]:
        """The variables of an expectation."""
        return COORDINATES[: len(getattr(self.first, "coordinates", ())) or 1]

    @property
    def variables(self) -> dict[str, Any]:
        """The names under which an expectation knows them: X and x; K and k too for a count."""
        made = {v.name: v for v in self.bound} | {v.name.upper(): v for v in self.bound}
        return made | {"k": self.bound[0], "K": self.bound[0]} if self.listed and not self.is_joint else made

    def named(self, letter: str) -> Any:
        """The law of a letter: P, p, f are the first, Q, q, g the second; None for others."""
        if letter in _FIRST or letter == "p_X":
            return self.first
        return self.all[1] if letter in _SECOND and len(self.all) > 1 else None

    def density(self, law: Any, at: Any) -> Expr:
        made = law.log_density(at)
        return exp(made)

    def quantity(self, head: str, said: str) -> Expr | None:
        """The quantity of a head and its arguments, H(X|Y) of a joint law, D(P|Q) of two laws; None where unknown."""
        if self.is_joint:
            return self._joint(head, said)
        names = said.replace("|", ",").replace(";", ",").split(",")
        laws = [self.named(n) for n in names]
        if any(law is None for law in laws):
            return None
        if head == "H" and len(laws) == 1:
            return Entropy(laws[0])
        if head in ("H", "CE") and len(laws) == 2 and "|" not in said:
            return CrossEntropy(*laws)
        return KL(*laws) if head == "KL" and len(laws) == 2 else None

    def _joint(self, head: str, said: str) -> Expr | None:
        names = {str(c): c for c in self.first.coordinates}
        parts = [[names.get(n.upper()) for n in part.split(",")] for part in said.replace(";", "|").split("|")]
        if any(n is None for part in parts for n in part) or len(parts) > 2:
            return None
        if head == "H" and ";" not in said:
            return entropy(self.first, parts[0], parts[1] if len(parts) == 2 else ())
        if head == "I" and len(parts) == 2 and "|" not in said:
            return mutual_information(self.first, *parts)
        return None
