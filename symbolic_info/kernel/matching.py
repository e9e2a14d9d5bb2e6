"""Instances of a theorem: its laws and symbols stand for any that satisfy its conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Basic, Contains, Expr, Gt, Mul, S, Symbol, Tuple, true
from sympy.logic.boolalg import Boolean

from ..language.binder import Binder, Term, canonical
from ..language.distribution import Law
from ..language.joint import Joint
from .rule import Outcome

_FLIPPED = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}


def instances(theorem: Any, node: Basic) -> Iterator[Outcome]:
    """What the theorem says of a term: its left side, a multiple of one term, matched with the node."""
    claim = theorem.claim
    for left, right, relation in (
        (claim.left, claim.right, claim.relation),
        (claim.right, claim.left, _FLIPPED[claim.relation]),
    ):
        c, head = left.as_coeff_Mul() if isinstance(left, Mul) else (S.One, left)
        if not isinstance(head, Term) or type(head) is not type(node):
            continue
        if claim.relation != "=" and c < 0:
            relation = _FLIPPED[relation]
        binding = match(canonical(head), canonical(node), {})
        if binding is None or not _complete(claim, binding):
            continue
        put = binding.copy()
        conditions = [*(f.xreplace(put) for f in claim.given.facts), *_carried(binding)]
        tight = theorem.equality
        yield Outcome(
            (right / c).xreplace(put),
            tuple(dict.fromkeys(f for f in conditions if f != true)),
            relation,
            None if tight is None else tuple(t.xreplace(put) for t in tight),
        )


def match(pattern: Any, target: Any, binding: dict[Basic, Basic]) -> dict[Basic, Basic] | None:
    """Extend the binding so that the pattern becomes the target; bound variables are never captured."""
    if isinstance(pattern, Symbol | Law):
        if isinstance(pattern, Law) and not _fits(pattern, target):
            return None
        if isinstance(pattern, Symbol) and pattern.is_Dummy:
            return binding if pattern == target else None
        if pattern in binding:
            return binding if binding[pattern] == target else None
        if isinstance(pattern, Symbol) and not isinstance(target, Expr):
            return None
        if any(s.is_Dummy and s.name.startswith("b") for s in target.free_symbols):
            return None  # a bound variable of the target would escape its scope
        return binding | {pattern: target}
    if not pattern.args:
        return binding if pattern == target else None
    if isinstance(pattern, Joint):
        return binding if pattern == target else None
    if type(pattern) is not type(target) or len(pattern.args) != len(target.args):
        return None
    for p, t in zip(pattern.args, target.args, strict=True):
        if isinstance(pattern, Binder) and isinstance(p, Tuple) and p is pattern.args[-1]:
            found = binding if p == t else None
        else:
            found = match(p, t, binding)
        if found is None:
            return None
        binding = found
    return binding


def _fits(pattern: Law, target: Basic) -> bool:
    """Whether a law may stand for an arbitrary one: same kind of measure, no number of outcomes promised."""
    support = getattr(target, "support", None)
    if support is None:
        return False
    wanted = pattern.support.measure if len(pattern.args) == 2 else None
    if wanted is None:
        return (isinstance(target, Law) and len(target.args) == 3) or type(target).__name__ == "Categorical"
    return wanted in ("any", support.measure)


def _complete(claim: Any, binding: dict[Basic, Basic]) -> bool:
    """Everything that the theorem is about has been matched."""
    free = claim.left.free_symbols | claim.right.free_symbols | {
        s for f in claim.given.facts for s in f.free_symbols
    }
    laws = claim.left.atoms(Law) | claim.right.atoms(Law)
    return (free | laws) <= set(binding) | {s for s in free if not isinstance(s, Symbol)}


def _carried(binding: dict[Basic, Basic]) -> Iterator[Boolean]:
    """The conditions that the theorem's symbols carry, for what stands in their place."""
    for symbol, value in binding.items():
        if isinstance(symbol, Symbol):
            if symbol.is_positive:
                yield Gt(value, 0)
            elif symbol.is_nonnegative:
                yield value >= 0
            if symbol.is_integer:
                yield Contains(value, S.Integers)
