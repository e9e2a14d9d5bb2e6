"""Statements and facts about random variables: as written, and what they say of joint entropies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from .linear import (
    Linear,
    combined,
    dual_total_correlation,
    entropy,
    interaction_information,
    logarithm,
    multi_information,
    number,
    total_correlation,
    variation_of_information,
)

Group = tuple[str, ...]
Groups = tuple[Group, ...]


def _entropy(groups: Groups, given: Group) -> Linear:
    return entropy(groups[0], given)


def _variation(groups: Groups, given: Group) -> Linear:
    return variation_of_information(groups[0], groups[1], given)


# What each quantity is, by the short name that it has in text.
MEANINGS: dict[str, Callable[[Groups, Group], Linear]] = {
    "H": _entropy,
    "I": multi_information,
    "TC": total_correlation,
    "DTC": dual_total_correlation,
    "VI": _variation,
    "II": interaction_information,
}


@dataclass(frozen=True)
class Quantity:
    """One quantity of groups of variables: Quantity("I", (("X",), ("Y", "Z")), ("W",)) is I(X; Y, Z | W)."""

    kind: str
    groups: Groups
    given: Group = ()

    @property
    def linear(self) -> Linear:
        return MEANINGS[self.kind](self.groups, self.given)

    def __str__(self) -> str:
        inside = ";".join(",".join(g) for g in self.groups)
        return f"{self.kind}({inside}{'|' + ','.join(self.given) if self.given else ''})"


@dataclass(frozen=True)
class Constant:
    """A constant number of nats: log of a positive rational number, or the number itself."""

    value: Fraction
    is_log: bool = True

    @property
    def linear(self) -> Linear:
        return logarithm(self.value) if self.is_log else number(self.value)

    def __str__(self) -> str:
        return f"log({self.value})" if self.is_log else str(self.value)


@dataclass(frozen=True)
class Side:
    """A linear combination as written, brackets multiplied out: pairs of a coefficient and what it multiplies."""

    parts: tuple[tuple[Fraction, Quantity | Constant], ...] = ()

    @cached_property
    def linear(self) -> Linear:
        return combined((c, q.linear) for c, q in self.parts)

    def __str__(self) -> str:
        made = ""
        for c, q in self.parts:
            size = "" if abs(c) == 1 else f"{abs(c)}*"
            sign = (" - " if c < 0 else " + ") if made else ("-" if c < 0 else "")
            made += f"{sign}{size}{q}"
        return made or "0"


@dataclass(frozen=True)
class Statement:
    """left relation right, where the relation is =, <= or >=."""

    left: Side
    relation: str
    right: Side

    @cached_property
    def gap(self) -> Linear:
        """What must be zero for =, and nonnegative for an inequality."""
        sign = -1 if self.relation == ">=" else 1
        return combined([(Fraction(sign), self.right.linear), (Fraction(-sign), self.left.linear)])

    @property
    def variables(self) -> frozenset[str]:
        return frozenset(v for side in (self.left, self.right) for v in variables_in(side))

    @property
    def relations(self) -> tuple[Statement, ...]:
        return (self,)

    def __str__(self) -> str:
        return f"{self.left} {self.relation} {self.right}"


@dataclass(frozen=True)
class Markov:
    """A Markov chain of groups, A → B → C → …: given its neighbour each is independent of all before that."""

    groups: Groups

    @property
    def relations(self) -> tuple[Statement, ...]:
        """I(A; C | B) = 0, I(A, B; D | C) = 0, …"""
        chain = self.groups
        return tuple(
            _vanishes(Quantity("I", (sum(chain[: i - 1], ()), chain[i]), chain[i - 1])) for i in range(2, len(chain))
        )

    @property
    def variables(self) -> frozenset[str]:
        return frozenset(v for g in self.groups for v in g)

    def __str__(self) -> str:
        return " -> ".join(_bracketed(g) for g in self.groups)


@dataclass(frozen=True)
class Independent:
    """Groups that are mutually independent, perhaps given others."""

    groups: Groups
    given: Group = ()

    @property
    def relations(self) -> tuple[Statement, ...]:
        """I(A; B | W) = 0, I(A, B; C | W) = 0, …"""
        own = self.groups
        return tuple(_vanishes(Quantity("I", (sum(own[:i], ()), own[i]), self.given)) for i in range(1, len(own)))

    @property
    def variables(self) -> frozenset[str]:
        return frozenset(v for g in (*self.groups, self.given) for v in g)

    def __str__(self) -> str:
        given = f"|{','.join(self.given)}" if self.given else ""
        return f"indep({';'.join(','.join(g) for g in self.groups)}{given})"


@dataclass(frozen=True)
class Function:
    """The variables of `of` are functions of those of `arguments`."""

    of: Group
    arguments: Group
    name: str = "f"

    @property
    def relations(self) -> tuple[Statement, ...]:
        """H(of | arguments) = 0"""
        return (_vanishes(Quantity("H", (self.of,), self.arguments)),)

    @property
    def variables(self) -> frozenset[str]:
        return frozenset((*self.of, *self.arguments))

    def __str__(self) -> str:
        return f"{_bracketed(self.of)} = {self.name}({','.join(self.arguments)})"


Fact = Statement | Markov | Independent | Function


def variables_in(side: Side) -> tuple[str, ...]:
    """The variables that are written, in order of appearance."""
    groups = [g for _, q in side.parts if isinstance(q, Quantity) for g in (*q.groups, q.given)]
    return tuple(dict.fromkeys(v for g in groups for v in g))


def order_of(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """All variables, in alphabetical order, numbered ones by number."""
    found = frozenset[str]().union(*(fact.variables for fact in facts))
    return tuple(sorted(found, key=_by_number))


def _by_number(name: str) -> tuple[str, int, str]:
    stem = name.rstrip("0123456789")
    return stem, int(name[len(stem) :] or -1), name


def vanishing(a: Group, b: Group, given: Group = ()) -> Statement:
    """I(a; b | given) = 0."""
    return _vanishes(Quantity("I", (a, b), given))


def _vanishes(quantity: Quantity) -> Statement:
    return Statement(Side(((Fraction(1), quantity),)), "=", Side())


def _bracketed(group: Group) -> str:
    return ",".join(group) if len(group) == 1 else f"({','.join(group)})"
