"""Matching: what stands for the arbitrary laws and symbols of a pattern, so that it becomes a given term."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Symbol, oo

from ..language.binder import Binder, canonical
from ..language.distribution import Distribution, Law
from ..language.images import Image
from ..language.joint import Joint
from ..language.support import ANY, FINITE, has_finitely_many

Binding = dict[Basic, Basic]


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
