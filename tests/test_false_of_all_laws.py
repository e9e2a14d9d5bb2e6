"""What does not hold of all laws is proved by no rules and by no theorem of the library."""

from __future__ import annotations

from functools import cache

import pytest
from sympy import Rational as R
from sympy import S, log
from test_false_statements import BOUNDS, LONG, SHORT, N, X, p, proved, q, s

from symbolic_info import library
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.check import Citation, check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import scaled
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.terms import KL, CrossEntropy, Entropy, SelfInformation
from symbolic_info.rules import RULES

Bernoulli, DiscreteUniform, Categorical = (FAMILIES[n] for n in ("Bernoulli", "DiscreteUniform", "Categorical"))
f, g = Law("f", of="any"), Law("g", of="any")
J = Joint("X", "Y")
JX, JY = J.coordinates
BIASED = Bernoulli(p)
known = [Covers(f, g), Finite(Entropy(f)), Finite(CrossEntropy(f, g))]
joint = [Finite(entropy(J, v)) for v in (JX, JY)] + [Finite(Entropy(J)), Finite(entropy(J, JX, given=JY))]
FALSE = {
    "a divergence is always positive": (KL(f, g), ">", 0, known),
    "a divergence is at most 0": (KL(f, g), "<=", 0, known),
    "a divergence is negative": (KL(f, g), "<", 0, known),
    "a divergence is at least 1": (KL(f, g), ">=", 1, known),
    "a divergence is 0": (KL(f, g), "=", 0, known),
    "divergence is symmetric": (KL(f, g), "=", KL(g, f), [*known, Covers(g, f)]),
    "cross-entropy is symmetric": (CrossEntropy(f, g), "=", CrossEntropy(g, f), known),
    "cross-entropy is below entropy": (CrossEntropy(f, g), "<=", Entropy(f), known),
    "cross-entropy exceeds entropy": (CrossEntropy(f, g), ">", Entropy(f), known),
    "cross-entropy is the other entropy": (CrossEntropy(f, g), "=", Entropy(g) + KL(f, g), known),
    "entropies subtract": (CrossEntropy(f, g), "=", KL(f, g) - Entropy(f), known),
    "a density has entropy at least 0": (Entropy(Law("d")), ">=", 0, [Finite(Entropy(Law("d")))]),
    "a coin has more than a bit": (Entropy(BIASED), ">", log(2), []),
    "a coin has a bit": (Entropy(BIASED), "=", log(2), []),
    "a coin has less than a bit": (Entropy(BIASED), "<", log(2), []),
    "a coin has at most half a bit": (Entropy(BIASED), "<=", log(2) / 2, []),
    "a normal law has positive entropy": (Entropy(N), ">=", 0, []),
    "information is positive": (mutual_information(J), ">", 0, joint),
    "information is nothing": (mutual_information(J), "=", 0, joint),
    "information is at most nothing": (mutual_information(J), "<=", 0, joint),
    "entropies add": (Entropy(J), "=", entropy(J, JX) + entropy(J, JY), joint),
    "conditioning raises": (entropy(J, JX, given=JY), ">=", entropy(J, JX), joint),
    "conditioning changes nothing": (entropy(J, JX, given=JY), "=", entropy(J, JX), joint),
    "conditioning is symmetric": (entropy(J, JX, given=JY), "=", entropy(J, JY, given=JX), joint),
    "scaling does nothing": (Entropy(scaled(Law("d"), s)), "=", Entropy(Law("d")), [Finite(Entropy(Law("d")))]),
    "scaling multiplies": (Entropy(scaled(Law("d"), s)), "=", s * Entropy(Law("d")), [Finite(Entropy(Law("d")))]),
    "surprises multiply": (SelfInformation(p * q), "=", SelfInformation(p) * SelfInformation(q), []),
    "an uncovered divergence is finite": (KL(N, X), "=", 1, []),
    "a covered divergence is infinite": (KL(X, N), "=", S.Infinity, []),
    "a finite choice beats log k": (Entropy(DiscreteUniform(3)), ">", log(3), []),
    "an outcome of no chance counts": (Entropy(Categorical(R(1, 2), R(1, 2), 0)), "=", log(3), []),
    "one third and two are a coin": (Entropy(Categorical(R(1, 3), R(1, 3), R(1, 3))), "=", log(2), []),
}  # fmt: skip


@cache
def theorems():
    """All that may be cited."""
    found = [Citation(name, library.load(name)) for name in library.names()]
    return tuple(c for c in found if holds(c.derivation))


def holds(derivation):
    try:
        return check(derivation).status == "proved"
    except Rejected:
        return False


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_of_arbitrary_laws_is_proved_by_nothing(name):
    left, relation, right, facts = FALSE[name]
    ways = [LONG, SHORT, BOUNDS, BOUNDS[::-1], (RULES["support"],), theorems(), (*theorems(), *LONG)]
    ways += [(cite,) for cite in theorems() if type(left) in cite.heads]
    assert [[r.name for r in by] for by in ways if proved(left, relation, S(right), by, facts)] == []
    backwards = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}[relation]
    given = calc(left, facts).given.facts
    assert [[r.name for r in by] for by in ways[:5] if proved(S(right), backwards, left, by, given)] == []
