"""All ordered pairs of families of one measure: what is derived of their divergences and cross-entropies."""

from __future__ import annotations

from functools import cache

import pytest
from sympy import Lt, false, oo, sympify, true

from symbolic_info.audit import audit, audit_lines
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.distribution import Family
from symbolic_info.language.support import COUNTING, LEBESGUE, Points
from symbolic_info.language.terms import KL, CrossEntropy, Entropy
from symbolic_info.tactics.closed_form import Found, closed_form

DECLARED = {name: f for name, f in FAMILIES.items() if isinstance(f, type) and issubclass(f, Family)}
WORDS = {"p": "proved", "i": "infinite", "r": "reduced", "u": "unknown"}

# What is known of KL(row, column), where P lies inside the support of Q if it can (the facts of `inside`).
# A letter that changes is progress, or a regression.
DIVERGENCES = """
                 Bernoulli DiscreteUniform Geometric Poisson
Bernoulli        p         i               p         p
DiscreteUniform  i         p               p         r
Geometric        i         i               p         r
Poisson          i         i               r         p

                 Beta Exponential Gamma Laplace LogNormal Normal Uniform
Beta             p    p           p     r       p         p      p
Exponential      i    p           p     r       p         p      i
Gamma            i    p           p     r       p         p      i
Laplace          i    i           i     p       i         p      i
LogNormal        i    p           p     r       p         p      i
Normal           i    i           i     p       i         p      i
Uniform          p    p           p     p       p         p      p
"""
# The same for CE(row, column).
CROSS_ENTROPIES = """
                 Bernoulli DiscreteUniform Geometric Poisson
Bernoulli        p         i               p         p
DiscreteUniform  i         p               p         r
Geometric        i         i               p         r
Poisson          i         i               p         r

                 Beta Exponential Gamma Laplace LogNormal Normal Uniform
Beta             p    p           p     r       p         p      p
Exponential      i    p           p     r       p         p      i
Gamma            i    p           p     r       p         p      i
Laplace          i    i           i     p       i         p      i
LogNormal        i    p           p     r       p         p      i
Normal           i    i           i     p       i         p      i
Uniform          p    p           p     p       p         p      p
"""


def statuses(text):
    """(row, column) → status, of all blocks of a table."""
    found = {}
    for block in text.strip("\n").split("\n\n"):
        header, *rows = (line.split() for line in block.splitlines())
        found |= {(row[0], q): WORDS[letter] for row in rows for q, letter in zip(header, row[1:], strict=True)}
    return found


TABLES = {KL: statuses(DIVERGENCES), CrossEntropy: statuses(CROSS_ENTROPIES)}
PAIRS = [
    (p, q)
    for p, P in DECLARED.items()
    for q, Q in DECLARED.items()
    if P.generic().support.measure == Q.generic().support.measure
]


def laws(p, q):
    return DECLARED[p].generic("_1"), DECLARED[q].generic("_2")


def ends(law):
    support = law.support
    if isinstance(support, Points):
        return min(support.points)[0], max(support.points)[0]
    return support.low, support.high


def inside(P, Q, strictly=True):
    """The facts about parameters that make P lie inside the support of Q: none, where nothing can."""
    (a, b), (c, d) = ends(P), ends(Q)
    facts = [f for f in (sympify(c) <= a, sympify(b) <= d) if f != true]
    if false in facts:
        return ()
    open_ends = strictly and P.support.measure == LEBESGUE
    return tuple(Lt(f.lts, f.gts) if open_ends else f for f in facts)


@cache
def derived(quantity, p, q) -> Found:
    P, Q = laws(p, q)
    return closed_form(quantity(P, Q), given(p, q))


@cache
def given(p, q):
    """DiscreteUniform(k) on more than two outcomes: it fits into no coin."""
    P, Q = laws(p, q)
    if (p, q) == ("DiscreteUniform", "Bernoulli"):
        return (P.k >= 2,)
    return inside(P, Q)


@pytest.mark.parametrize("quantity", TABLES)
@pytest.mark.parametrize("measure", [COUNTING, LEBESGUE])
def test_the_statuses_are_those_of_the_table(quantity, measure):
    pairs = [(p, q) for p, q in PAIRS if DECLARED[p].generic().support.measure == measure]
    assert {pair: derived(quantity, *pair).status for pair in pairs} == {
        pair: status for pair, status in TABLES[quantity].items() if pair in pairs
    }
    assert set(pairs) <= set(TABLES[quantity])


@pytest.mark.parametrize("quantity", TABLES)
@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_what_is_derived_is_what_the_definition_gives(quantity, p, q):
    found = derived(quantity, p, q)
    if found.theorem is None:
        assert found.status == "unknown" and found.reason
        return
    checked = audit(found.theorem, points=2)
    assert checked.ok, checked.reason
    assert found.theorem.status == "proved"
    if found.status == "infinite":
        assert found.theorem.claim.right == oo and checked.digits is None
        assert "infinite by definition" in checked.reason
    else:
        assert checked.digits >= 30 and checked.reason == ""
        assert found.status != "reduced" or "no closed form is known" in found.reason


@pytest.mark.parametrize(("p", "q"), [pair for pair in PAIRS if TABLES[KL].get(pair) in ("proved", "reduced")])
def test_cross_entropy_is_entropy_plus_divergence(p, q):
    P, Q = laws(p, q)
    parts = [derived(CrossEntropy, p, q), closed_form(Entropy(P), given(p, q)), derived(KL, p, q)]
    assert all(part.theorem is not None for part in parts)
    cross, entropy, divergence = (part.theorem.claim.right for part in parts)
    facts = calc(KL(P, Q), given(p, q)).given
    found = audit_lines((cross, entropy + divergence), ("=",), facts, points=2)
    assert found.ok and found.digits >= 30, found.reason


@pytest.mark.parametrize(("p", "q"), [(p, q) for p, q in PAIRS if given(p, q)])
def test_without_the_facts_it_says_what_is_not_known(p, q):
    P, Q = laws(p, q)
    found = closed_form(KL(P, Q))
    assert (found.status, found.theorem) == ("unknown", None)
    assert f"whether {P} lies inside the support of {Q} is not known" in found.reason
    if not isinstance(Q.support, Points):
        assert all(str(c) in found.reason or str(c.reversed) in found.reason for c in inside(P, Q, False))


@pytest.mark.parametrize(("p", "q"), [(p, q) for p, q in PAIRS if given(p, q) and q != "Bernoulli"])
def test_the_supports_may_share_their_ends(p, q):
    P, Q = laws(p, q)
    found = closed_form(KL(P, Q), inside(P, Q, strictly=False))
    assert found.status in ("proved", "reduced") and found.theorem.status == "proved", found.reason
    assert audit(found.theorem, points=2).digits >= 30


@pytest.mark.parametrize("p", [p for p, q in PAIRS if p == q])
def test_a_law_does_not_diverge_from_itself(p):
    P = DECLARED[p].generic()
    found = closed_form(KL(P, P))
    assert (found.status, found.theorem.claim.right) == ("proved", 0)
