"""A derivation rebuilt from plain parts: nothing in it may have behaviour of its own."""

from __future__ import annotations

from sympy import Basic, Float, Symbol
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.distribution import Distribution, Law
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
    known = isinstance(node, Basic) and (type(node).__module__ or "").startswith(_HOME)
    if not isinstance(node, Basic) or not (known or isinstance(node, Distribution)) or isinstance(node, Float):
        raise Rejected(f"{node!r} is no exact expression of the language")
    if isinstance(node, Law) or (isinstance(node, Symbol) and not node.is_Dummy):
        if names.setdefault(str(node), node) != node:
            raise Rejected(f"{node} is the name of two different things")
    for a in node.args:
        _plain(a, names)
