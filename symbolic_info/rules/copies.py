"""The copy lemma: variables may be copied, and no entropy of the others changes."""

from __future__ import annotations

from sympy import S

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.copies import Copied, original
from ..language.joint import entropy
from ..language.marginals import Marginal
from ..language.separation import separates
from ..language.support import has_finitely_many
from ..language.terms import Entropy, MutualInformation

copy_lemma = rule("copy lemma")


@copy_lemma.of
def of_original(e: Entropy, given: Given) -> Outcome | None:
    """H of variables among which are copies is that of the originals, where all others are what they are copied over.

    H of variables among which is no copy is that in the law without copies (Zhang & Yeung 1998, Lemma 2; Dougherty,
    Freiling & Zeger 2011, Lemma 2).  For laws with finitely many outcomes.
    """
    law = e.args[0]
    J = law.law if isinstance(law, Marginal) else law
    if not isinstance(J, Copied) or not has_finitely_many(J.support):
        return None
    plain, names = original(J, frozenset(law.coordinates))
    return None if plain == J else Outcome(entropy(plain, tuple(n for n in plain.coordinates if n in names)))


@copy_lemma.of
def independent_copy(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = 0 where A are copies, and C has all that they are copied over (Zhang & Yeung 1998, Lemma 2)."""
    J, *sets = e.args
    if not isinstance(J, Copied) or not has_finitely_many(J.support):
        return None
    a, b, c = map(frozenset, sets)
    return Outcome(S.Zero) if separates(J.separation, a, b, c, lambda s: s) else None
