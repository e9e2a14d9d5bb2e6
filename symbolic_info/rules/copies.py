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
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from .dependence import conditional_independence, function_of, independence, markov

copy_lemma = rule("copy lemma")
copied_support = rule("support of a copy")


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


@copied_support.of
def function_of_a_copy(e: ConditionalEntropy, given: Given) -> Outcome | None:
    """H(C | A′, B) = 0 where A′ is a copy of A over variables that have C, if I(A; B | C) = 0 and H(C | A, B) = 0.

    Where p(a′, b, c) > 0, also p(a, c) > 0 at a = a′, and p(b, c) > 0; so p(a, b, c) = p(a, c) p(b, c)/p(c) > 0, and
    c is the same function of a′ and b as of a and b (Kaced & Romashchenko 2013, the proof of their (I3)).
    """
    K, c, by = e.args
    if not isinstance(K, Copied) or not has_finitely_many(K.support) or not set(c) <= set(K.args[3]):
        return None
    J, names, of, _ = K.args
    a = tuple(x for x, new in zip(of, names, strict=True) if new in by)
    b = tuple(n for n in by if n not in names)
    if not a or not b or set(a) & set(b) or set(b) & set(c):
        return None
    apart, known = MutualInformation(J, a, b, c), ConditionalEntropy(J, c, (*a, *b))
    reasons = (markov, independence, conditional_independence, function_of)
    first = next((o for r in reasons for o in r.outcomes(apart, given)), None)
    second = next(function_of.outcomes(known, given), None)
    return None if first is None or second is None else Outcome(S.Zero, first.conditions + second.conditions)
