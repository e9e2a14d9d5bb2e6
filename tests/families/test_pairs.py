"""Ordered pairs of families of one measure: what is derived of their divergences and cross-entropies.

The table of the catalogue says how far each pair goes; here a sample of it is derived again and cross-checked, in
which every family is P and is Q.  All of it is checked by `python -m symbolic_info.survey --check`, in minutes.
"""

from __future__ import annotations

import pytest
from sympy import Not, oo

from symbolic_info.audit import audit_lines
from symbolic_info.catalogue.answers import DIVERGENCES, QUANTITIES, of_family, of_pair
from symbolic_info.catalogue.members import blocks, inside, member
from symbolic_info.catalogue.table import Table, read
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.distribution import Family
from symbolic_info.language.information import parameters
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.survey import changes
from symbolic_info.tactics.closed_form import closed_form

TABLE = read()
BLOCKS = blocks()
NAMES = [name for block in BLOCKS for name in block.names]
FAR = 4  # each family meets itself and a far one
LONG = {"Triangular", "StudentT"}  # with six parameters between them these take seconds: the survey has them


def sample():
    """A few pairs of each family, the same every time."""
    for block in BLOCKS:
        count = len(block.names)
        for i, p in enumerate(block.names):
            yield p, block.names[(i * FAR + FAR - 1) % count]


SAMPLE = sorted({*sample(), *((n, n) for n in NAMES if n not in LONG)})
NEEDY = [(p, q) for p, q in SAMPLE if inside(member(p, "_1"), member(q, "_2"))]


def test_every_family_is_met_in_both_places():
    assert {p for p, _ in SAMPLE} == {q for _, q in SAMPLE} == set(NAMES)
    declared = {name for name, f in FAMILIES.items() if isinstance(f, type) and issubclass(f, Family)}
    assert {name for name in declared if not hasattr(FAMILIES[name], "coordinates")} <= set(NAMES)


def test_the_table_knows_every_family_and_every_pair():
    """Where a family is new: `python -m symbolic_info.survey` enters it."""
    assert set(TABLE.quantities) == set(NAMES)
    assert set(TABLE.pairs) == {pair for block in BLOCKS for pair in block.pairs}
    for name, own in TABLE.quantities.items():
        assert set(QUANTITIES) - set(own) == (set() if parameters(member(name)) else {"Fisher information"})


def test_what_has_changed_is_said():
    before = Table({"Normal": {"entropy": "proved"}}, {("Normal", "Gamma"): "infinite"})
    after = Table({"Normal": {"entropy": "reduced"}}, {("Normal", "Gamma"): "proved", ("Gamma", "Gamma"): "proved"})
    assert list(changes(before, before)) == []
    assert list(changes(before, after)) == [
        "KL(Gamma, Gamma): proved, not not there",
        "KL(Normal, Gamma): proved, not infinite",
        "entropy of Normal: reduced, not proved",
    ]


@pytest.mark.parametrize("name", NAMES[::3])
def test_the_quantities_of_a_family_are_those_of_the_table(name):
    found = of_family(name)
    assert {word: a.status for word, a in found.items()} == TABLE.quantities[name]
    compared = [a.audit for a in found.values() if a.status in ("proved", "reduced") and a.audit.lines_checked > 1]
    assert all(audit.digits >= 30 for audit in compared)
    assert all(a.audit.lines_checked > 1 for a in found.values() if a.status == "proved")


@pytest.mark.parametrize(("p", "q"), SAMPLE)
def test_a_pair_goes_as_far_as_the_table_says(p, q):
    """One test for all that is derived of a pair, for deriving is what takes the time."""
    derived = of_pair(p, q)
    assert derived["divergence"].status == TABLE.pairs[p, q]
    assert set(derived) == set(DIVERGENCES)
    for found in derived.values():
        _is_what_the_definition_gives(found)
    if TABLE.pairs[p, q] == "proved":
        _cross_entropy_is_entropy_plus_divergence(p, **derived)


def _is_what_the_definition_gives(found):
    if found.theorem is None:
        assert found.status == "unknown" and found.reason
        return
    assert found.audit.ok and found.theorem.status == "proved", found.reason
    if found.status == "infinite":
        assert found.theorem.claim.right == oo
    else:
        assert found.audit.digits >= 30 and found.audit.reason == ""
        assert found.status != "reduced" or "no closed form is known" in found.reason


def _cross_entropy_is_entropy_plus_divergence(p, **derived):
    divergence, cross = derived["divergence"], derived["cross-entropy"]
    entropy = closed_form(Entropy(member(p, "_1")), divergence.needs)
    assert cross.theorem is not None and entropy.theorem is not None
    lines = (cross.theorem.claim.right, entropy.theorem.claim.right + divergence.theorem.claim.right)
    facts = calc(divergence.term, (*divergence.needs, *cross.needs)).given
    found = audit_lines(lines, ("=",), facts, points=2)
    assert found.ok and found.digits >= 30, found.reason


@pytest.mark.parametrize(("p", "q"), NEEDY)
def test_a_law_inside_another_only_under_conditions(p, q):
    """Without them it is said what is not known; where one does not hold, nothing finite is derived."""
    P, Q = member(p, "_1"), member(q, "_2")
    assert closed_form(KL(P, Q)).status == "unknown"
    assert all(closed_form(KL(P, Q), (Not(fact),)).status in ("infinite", "unknown") for fact in inside(P, Q))


@pytest.mark.parametrize("name", NAMES)
def test_a_law_does_not_diverge_from_itself(name):
    P = member(name)
    found = closed_form(KL(P, P))
    assert (found.status, found.theorem.claim.right) == ("proved", 0)
