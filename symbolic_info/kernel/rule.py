"""What a rule is.  The rules themselves are in `symbolic_info.rules`; the kernel imports none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Protocol, get_args, get_type_hints

from sympy import Basic, Expr
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.binder import Binder


class Rejected(Exception):
    """A derivation, a step or a condition that does not follow."""


@dataclass(frozen=True)
class Outcome:
    """What a rule makes of a term: `term relation result`, under conditions.

    For an inequality, `equality` lists the conditions that hold exactly when both sides are equal;
    None where the rule does not say.
    """

    result: Expr
    conditions: tuple[Boolean, ...] = ()
    relation: str = "="
    equality: tuple[Boolean, ...] | None = None


@dataclass(frozen=True)
class Shown:
    """A condition in the scope in which it must be shown."""

    condition: Boolean
    given: Given


@dataclass(frozen=True)
class Applied:
    """An expression rewritten everywhere by equalities, and what must be shown for it."""

    result: Expr
    shown: tuple[Shown, ...] = ()


class Reason(Protocol):
    """What may stand behind a step: a rule of the book, or a theorem that is cited."""

    @property
    def name(self) -> str: ...

    @property
    def heads(self) -> tuple[type, ...]:
        """The heads of which it may say something."""
        ...

    def outcomes(self, node: Basic, given: Given) -> Iterator[Outcome]:
        """What it makes of this very node."""
        ...


_book: dict[str, Rule] = {}
_closed: list[bool] = []


@cache
def _witnesses(case: Callable[..., Any]) -> tuple[type, ...]:
    """The types of the witnesses that a case takes, after the term and the facts."""
    hints = get_type_hints(case)
    return tuple(kind for name, kind in hints.items() if name != "return")[2:]


def _no_cases() -> Mapping[type, tuple[Callable[..., Any], ...]]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Rule:
    """A named reason: one function a head that it can rewrite, and the witness that a step supplies.

    The statement of a case, with its conditions and source, is the docstring of its function; the
    head is the annotation of its first argument.  A case returns an expression or an `Outcome`, or
    None where it does not apply.  A case for a claim returns the conditions that imply the claim.
    """

    name: str
    statement: str = field(default="", compare=False)
    cases: Mapping[type, tuple[Callable[..., Any], ...]] = field(default_factory=_no_cases, compare=False, repr=False)
    witness: tuple[Basic, ...] = ()

    def of(self, case: Callable[..., Any]) -> Callable[..., Any]:
        """Add a case to the book, which is open only while the rules are being imported."""
        if _closed:
            raise Rejected("the rule book is closed")
        heads = next(iter(get_type_hints(case).values()))
        more = {head: (*self.cases.get(head, ()), case) for head in get_args(heads) or (heads,)}
        object.__setattr__(self, "cases", MappingProxyType({**self.cases, **more}))
        return case

    def __call__(self, *witness: Basic) -> Rule:
        return replace(self, witness=witness)

    @property
    def heads(self) -> tuple[type, ...]:
        return tuple(self.cases)

    def outcomes(self, node: Basic, given: Given) -> Iterator[Outcome]:
        if isinstance(node, Binder) and node.captures:
            return
        for case in self.cases.get(type(node), ()):
            wanted = _witnesses(case)
            if len(wanted) != len(self.witness) or not all(map(isinstance, self.witness, wanted)):
                raise Rejected(f"{self.name} takes {len(wanted)} witnesses, not {self.witness}")
            made = case(node, given, *self.witness)
            if made is not None:
                yield made if isinstance(made, Outcome) else Outcome(made)

    def implied_by(self, claim: Boolean, given: Given) -> Iterator[tuple[Boolean, ...]]:
        """Sets of conditions, each of which implies the claim."""
        for case in self.cases.get(type(claim), ()):
            made = case(claim, given)
            if made is not None:
                yield made


def rule(name: str, statement: str = "") -> Rule:
    """A new rule of the book, which is open only while the rules are being imported."""
    if _closed or name in _book:
        raise Rejected(f"the rule book is closed to {name}")
    _book[name] = Rule(name, statement)
    return _book[name]


def book() -> dict[str, Rule]:
    """Every rule that is believed, by name."""
    return dict(_book)


def close_book() -> None:
    """From now on the rule book does not change."""
    _closed.append(True)


def rewritten(reason: Reason, e: Basic, given: Given) -> Applied:
    """The expression after every node that the reason can rewrite as an equality, outermost first."""
    for outcome in reason.outcomes(e, given):
        if outcome.relation == "=":
            return Applied(outcome.result, tuple(Shown(c, given) for c in outcome.conditions))
    if not e.args:
        return Applied(e)
    inner = given.under(e) if isinstance(e, Binder) else given
    scopes = [given] * len(e.args)
    if isinstance(e, Binder):
        scopes[-2] = inner
    parts = [rewritten(reason, a, g) for a, g in zip(e.args, scopes, strict=True)]
    if all(p.result is a for p, a in zip(parts, e.args, strict=True)):
        return Applied(e)
    return Applied(e.func(*(p.result for p in parts)), tuple(s for p in parts for s in p.shown))
