"""Statements in the language of derivations: terms over one joint law of finitely many outcomes, and assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from sympy import Add, Eq, Expr, Integer, Le, Rational, S, log
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from ..language.copies import Copied
from ..language.dependence import FunctionOf, MarkovChain, MutuallyIndependent, Shared
from ..language.joint import Joint
from ..language.marginals import Marginal
from ..language.support import FINITE
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from .atoms import Atom
from .statement import Constant, Fact, Function, Group, Independent, Markov, Quantity, Side, Statement


class Formulas:
    """The terms of some variables, each written as it was written first."""

    def __init__(self, names: Sequence[str], written: Iterable[Quantity] = ()) -> None:
        self.names = tuple(names)
        self.copies: tuple[Any, ...] = ()
        self._known: dict[Any, Expr] = {}
        for quantity in written:
            self.quantity(quantity)

    @cached_property
    def law(self) -> Any:
        """The joint law of all variables; any law with finitely many outcomes."""
        return Joint(*self.names, of=FINITE)

    def copied(self, copies: Sequence[tuple[Group, Group, Group]]) -> Formulas:
        """The same with copies, each with the names of the copies, of what, and over what."""
        made = Formulas(self.names)
        made._known, law = dict(self._known), self.law
        made.__dict__["law"] = law
        for new, of, over in copies:
            law = Copied(law, *map(_names, (new, of, over)))
            made.copies, made.names = (*made.copies, law), (*made.names, *new)
        return made

    def quantity(self, q: Quantity) -> Expr:
        """The term of a quantity; what differs in nothing but the order of names is one term."""
        groups = tuple(map(frozenset, q.groups))
        key = (q.kind, frozenset(groups) if len(set(groups)) == len(groups) else groups, frozenset(q.given))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made(q)
        return found

    def _made(self, q: Quantity) -> Expr:
        groups, given = [_names(g) for g in q.groups], _names(q.given)
        J = next(law for law in (self.law, *self.copies) if set().union(*groups, given) <= set(law.coordinates))
        if q.kind == "H":
            return ConditionalEntropy(J, groups[0], given) if given else Entropy(Marginal(J, groups[0]))
        if q.kind == "I" and len(groups) == 2:
            return MutualInformation(J, groups[0], groups[1], given)
        return Shared(Str(q.kind), J, groups, given)

    def atom(self, atom: Atom) -> Expr:
        """The term of an atom over the variables in their order."""
        return self.quantity(self.as_quantity(atom))

    def as_quantity(self, atom: Atom) -> Quantity:
        """An atom by names."""
        a, b, c = (self._group(mask) for mask in atom)
        return Quantity("I", (a, b), c) if b else Quantity("H", (a,), c)

    def _group(self, mask: int) -> Group:
        return tuple(v for i, v in enumerate(self.names) if mask >> i & 1)

    def side(self, side: Side) -> Expr:
        """A linear combination as a formula."""
        return Add(*(rational(c) * self._part(q) for c, q in side.parts))

    def _part(self, q: Quantity | Constant) -> Expr:
        if isinstance(q, Quantity):
            return self.quantity(q)
        value = rational(q.value)
        return log(value) if q.is_log else value

    def fact(self, fact: Fact) -> Boolean:
        """A fact as an assumption."""
        if isinstance(fact, Markov):
            return MarkovChain(self.law, [_names(g) for g in fact.groups])
        if isinstance(fact, Independent):
            return MutuallyIndependent(self.law, [_names(g) for g in fact.groups], _names(fact.given))
        if isinstance(fact, Function):
            return FunctionOf(self.law, _names(fact.of), _names(fact.arguments), fact.name)
        left, right = self.side(fact.left), self.side(fact.right)
        if fact.relation == "=":
            return Eq(right, left, evaluate=False) if left == 0 else Eq(left, right, evaluate=False)
        return Le(right, left, evaluate=False) if fact.relation == ">=" else Le(left, right, evaluate=False)

    def constant(self, parts: Iterable[tuple[int, Fraction]]) -> Expr:
        """A constant from its coefficients by primes, with negative keys or not."""
        return Add(*(rational(c) * (log(Integer(abs(p))) if abs(p) != 1 else S.One) for p, c in parts))


def rational(value: Fraction) -> Rational:
    return Rational(value.numerator, value.denominator)


def quantities(facts: Iterable[Fact]) -> list[Quantity]:
    """The quantities that are written in statements, in order."""
    sides = (s for f in facts if isinstance(f, Statement) for s in (f.left, f.right))
    return [q for side in sides for _, q in side.parts if isinstance(q, Quantity)]


def _names(group: Group) -> tuple[Str, ...]:
    return tuple(map(Str, group))
