"""Divergences that are infinite, and those of which the question does not tell."""

from __future__ import annotations

from sympy import oo

from ..kernel.conditions import holds
from ..kernel.derivation import Derivation
from ..language.claims import Covers
from ..language.domains import conditions_of
from ..language.terms import KL, CrossEntropy
from ..rules import RULES


def infinite(d: Derivation) -> Derivation | None:
    """A divergence or cross-entropy whose support is not covered, alone on its line."""
    if not isinstance(d.start, KL | CrossEntropy):
        return None
    for _ in RULES["support"].outcomes(d.start, d.given):
        return d.eq(oo, by=RULES["support"])
    return None


def why_infinite(d: Derivation) -> str:
    P, Q = d.start.args
    return f"{P} has mass where {Q} has none"


def undecided(d: Derivation) -> str | None:
    """The condition on supports that would have to be known."""
    for e in sorted(d.start.atoms(KL, CrossEntropy), key=str):
        given = d.given | conditions_of(e)
        if not holds(Covers(*e.args), given):
            needs = [c for r in RULES["support"].implied_by(Covers(*e.args), given) for c in r]
            known = " and ".join(str(c) for c in needs if not given.proves(c))
            return f"whether {e.args[0]} lies inside the support of {e.args[1]} is not known; give {known}" if known \
                else f"whether {e.args[0]} lies inside the support of {e.args[1]} is not known"
    return None
