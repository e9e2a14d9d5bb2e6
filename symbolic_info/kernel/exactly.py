"""A derivation rebuilt from plain parts: nothing in it may have behaviour of its own."""

from __future__ import annotations

import sys
from functools import lru_cache

from sympy import Basic, Dummy, Symbol
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.distribution import Distribution, Family, Law
from ..language.joint import size_of
from ..language.models import Entry
from .derivation import FLIPPED, Derivation, Step
from .rule import Rejected, Rule

_HOME = ("sympy.", "symbolic_info.")


def exact(derivation: Derivation) -> Derivation:
    """The same derivation in tuples, frozen sets and nodes of known types; Rejected where that cannot be."""
    if type(derivation) is not Derivation or type(derivation.given) is not Given:
        raise Rejected("this is no derivation")
    facts: frozenset[Boolean] = frozenset(derivation.given.facts)
    steps = tuple(_step(s) for s in derivation.steps)
    names: dict[str, Basic] = {}
    for node in (derivation.start, *facts, *(s.result for s in steps)):
        _plain(node, names)
    return Derivation(derivation.start, steps, Given(facts))


def _step(step: Step) -> Step:
    if type(step) is not Step or type(step.relation) is not str or step.relation not in FLIPPED:
        raise Rejected("this is no step")
    reasons = tuple(step.by)
    for reason in reasons:
        for node in tuple(reason.witness) if isinstance(reason, Rule) else ():
            _plain(node, {})
    return Step(step.relation, step.result, reasons)


def _plain(node: object, names: dict[str, Basic]) -> None:
    """SymPy's own exact nodes and ours, and laws; no class that answers as it pleases, no name for two things."""
    module = sys.modules.get(type(node).__module__ or "")
    known = module is not None and module.__name__.startswith(_HOME)
    own = known and getattr(module, type(node).__name__, None) is type(node)
    if not isinstance(node, Basic) or not (own or isinstance(node, Distribution)) or getattr(node, "is_Float", False):
        raise Rejected(f"{node!r} is no exact expression of the language")
    if isinstance(node, Family) and not _has_exact_density(node):
        raise Rejected(f"the density of {node} is no exact function of its parameters")
    vector = isinstance(node, Entry)  # its symbol is the name of a vector, which is no number
    if vector or isinstance(node, Law) or (isinstance(node, Symbol) and not node.is_Dummy):
        meant = Entry(node.args[0], 1) if vector else node
        if names.setdefault(str(node.args[0] if vector else node), meant) != meant:
            raise Rejected(f"{node} is the name of two different things")
    for a in node.args[1:] if vector else node.args:
        _plain(a, names)


@lru_cache(maxsize=5_000)
def _has_exact_density(law: Family) -> bool:
    """Whether nothing but the parameters and the point stands in the density, and no Float."""
    at = [Dummy("t", real=True) for _ in range(size_of(law))]
    density = law.log_density(*at)
    return not density.free_symbols - law.free_symbols - set(at) and not any(a.is_Float for a in density.atoms())
