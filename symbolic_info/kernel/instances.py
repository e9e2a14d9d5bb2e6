"""Instances of a theorem: its laws and symbols stand for any that satisfy its conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Basic, Symbol, true
from sympy.logic.boolalg import Boolean

from ..exact.matching import Binding, match
from ..language.binder import Binder, Term, canonical
from ..language.distribution import Distribution, Law
from ..language.domains import carried
from ..language.joint import Joint
from ..language.terms import Density
from .derivation import FLIPPED
from .rule import Outcome


def instances(theorem: Any, node: Basic) -> Iterator[Outcome]:
    """What the theorem says of a term: a side of its claim that is a multiple of one term, matched with the node."""
    claim = theorem.claim
    sides = ((claim.left, claim.right, claim.relation), (claim.right, claim.left, FLIPPED[claim.relation]))
    for left, right, relation in sides:
        c, head = left.as_coeff_Mul()
        binding = match(canonical(head), canonical(node), {}) if isinstance(head, Term) else None
        if binding is None or not _complete(claim, binding) or canonical(head.xreplace(binding)) != canonical(node):
            continue
        tight = None if theorem.equality is None or _several(binding) else theorem.equality
        yield Outcome(
            (right / c).xreplace(binding),
            tuple(_conditions(claim, binding)),
            FLIPPED[relation] if c < 0 else relation,
            None if tight is None else tuple(t.xreplace(binding) for t in tight),
        )


def _several(binding: Binding) -> bool:
    """Whether a joint law stands for a law of one variable."""
    return any(isinstance(law, Law) and len(getattr(value, "coordinates", ())) > 1 for law, value in binding.items())


def _complete(claim: Any, binding: Binding) -> bool:
    """Everything that the theorem is about has been matched, and a joint law stands only where no variable is bound."""
    parts = (claim.left, claim.right, *claim.given.facts)
    needed = {s for e in parts for s in e.free_symbols} | {law for e in parts for law in e.atoms(Law, Joint)}
    measures = {value.support.measure for value in binding.values() if isinstance(value, Distribution)}
    bound = _several(binding) and any(side.atoms(Binder, Density) for side in (claim.left, claim.right))
    return len(measures) <= 1 and needed <= set(binding) and not bound


def _conditions(claim: Any, binding: Binding) -> Iterator[Boolean]:
    """The conditions of the theorem, and those that its symbols carry, for what stands in their place."""
    found = [f.xreplace(binding) for f in claim.given.facts]
    for symbol, value in binding.items():
        if isinstance(symbol, Symbol):
            found += carried(symbol, value)
    return (f for f in dict.fromkeys(found) if f != true)

