"""Instances of a theorem: its laws and symbols stand for any that satisfy its conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Basic, Expr, Symbol, oo, true
from sympy.logic.boolalg import Boolean

from ..language.binder import Binder, Term, canonical
from ..language.distribution import Distribution, Law
from ..language.domains import carried
from ..language.images import Image
from ..language.joint import Joint
from ..language.support import ANY, FINITE, has_finitely_many
from ..language.terms import Density
from .derivation import FLIPPED
from .rule import Outcome

Binding = dict[Basic, Basic]


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


def match(pattern: Any, target: Any, binding: Binding) -> Binding | None:
    """Extend the binding so that the pattern becomes the target; bound variables never leave their scope."""
    if isinstance(pattern, Law) or (isinstance(pattern, Symbol) and not pattern.is_Dummy):
        fits = _fits(pattern, target) if isinstance(pattern, Law) else isinstance(target, Expr)
        if not fits or target in (oo, -oo) or any(s.is_Dummy for s in target.free_symbols):
            return None
        if isinstance(pattern, Law) and len(pattern.args) > 2:
            counted = match(pattern.args[2], target.args[2], binding)
            if counted is None:
                return None
            binding = counted
        return binding | {pattern: target} if binding.get(pattern, target) == target else None
    if isinstance(pattern, Joint):
        return binding | {pattern: target} if _fits_jointly(pattern, binding.get(pattern, target), target) else None
    if not pattern.args:
        return binding if pattern == target else None
    if type(pattern) is not type(target) or len(pattern.args) != len(target.args):
        return None
    if isinstance(pattern, Image):  # the inverse map follows from the map
        inside = match(pattern.law, target.law, binding)
        found = None if inside is None else match(pattern.map, target.map, inside)
        return found if found is not None and canonical(pattern.xreplace(found)) == target else None
    for p, t in zip(pattern.args, target.args, strict=True):
        named = isinstance(pattern, Binder) and p is pattern.args[-1]
        found = match(p, t, binding) if not named else binding if p == t else None
        if found is None:
            return None
        binding = found
    return binding


def _fits(pattern: Law, target: Basic) -> bool:
    """Whether a law may stand for an arbitrary one: the same kind of measure; of k outcomes, only its like."""
    if not isinstance(target, Distribution) or len(pattern.args) > 2:
        return isinstance(target, Law) and len(target.args) == len(pattern.args)
    return _measures(pattern.support.kind, target)


def _measures(kind: str, target: Distribution) -> bool:
    return kind in (ANY, target.support.measure) or (kind == FINITE and has_finitely_many(target.support))


def _fits_jointly(pattern: Joint, known: Basic, target: Basic) -> bool:
    """Whether a joint law of the same variables may stand for an arbitrary one."""
    same = known == target and getattr(target, "coordinates", None) == pattern.coordinates
    return same and isinstance(target, Distribution) and _measures(pattern.support.kind, target)


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

