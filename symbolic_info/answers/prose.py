"""Words between formulas: what belongs to a sentence, and what sentences say without a formula."""

from __future__ import annotations

import re

from .words import words

ASIDE = re.compile(
    r"[,;.(]?\s*\b(?:where|since|because|with|for all|for any|when|which|assuming|provided|valid|by|using)\b"
)
COMMON = words(
    """
    the is are was answer result entropy equals equal so we get therefore hence thus then that this it its
    final value divergence information mutual cross differential gives obtain find have has be to of and or
    by from which with where for since because finally simplifies becomes simplify know don dont think
    believe as on an not no there here let us i.e result: my our your must should would can will comes out
    just only total expected maximum minimum sorry idea sure what how if at when ie eg approximately about
    roughly exactly i've i'm using plug plugging into after before both sides all each any some per law
    density distribution solution solve compute computing computed in
    """
)
_DIVERGES = re.compile(r"\b(diverges?|divergent|infinite|infinity|unbounded|not finite|isn't finite)\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|n't|doesn't|isn't)\s+(?:\w+\s+)?(?:diverge|divergent|infinite|infinity|unbounded)", re.I
)


def diverges(text: str) -> bool:
    """Whether a text says in words that a quantity is infinite."""
    return bool(_DIVERGES.search(text)) and not _DENIED.search(text)
