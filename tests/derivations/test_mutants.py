"""Every single-line mutant of every derivation is rejected, unless it happens to be true."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from mutants import mutants, rejected, verdict

from symbolic_info import library
from symbolic_info.kernel import steps as kernel

NAMES = tuple(library.names())
AT_LEAST = 1300  # mutants in all; grows with the library
FEWEST = 5  # of one derivation
MOST = 30  # of one derivation that are tried, evenly among its lines; with ALL_MUTANTS=1 in the environment all of them
KINDS = {
    "number + 1", "number − 1", "number doubled", "term dropped", "sign flipped", "log argument doubled",
    "log of the reciprocal", "exponent changed", "arguments swapped", "another parameter", "another law",
    "parameter doubled", "parameter + 1", "relation reversed", "relation strengthened",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_false_mutant_is_rejected(name, record_property):
    every = mutants(library.load(name))
    made = every[:: 1 if os.environ.get("ALL_MUTANTS") else 1 + len(every) // MOST]
    living = [(verdict(m), m) for m in made if not rejected(m)]
    counts = {"mutants": len(made), "killed": len(made) - len(living)}
    counts |= Counter(found.partition(":")[0] for found, _ in living)
    for what, number in counts.items():
        record_property(what, number)
    print(name, counts)
    assert len(made) >= FEWEST
    assert [f"{m}\n    {found}" for found, m in living if found.startswith("false")] == []
    assert counts["killed"] >= counts["mutants"] / 2  # of a wide bound like 10⁻³²⁴ < 2⁻¹⁰⁷⁴ many mutants are true


def test_there_are_many_mutants_of_every_kind(record_property):
    kinds = Counter(m.kind for name in NAMES for m in mutants(library.load(name)))
    for kind, number in kinds.items():
        record_property(kind, number)
    print(kinds.total(), dict(kinds))
    assert set(kinds) == KINDS
    assert kinds.total() >= AT_LEAST


@pytest.mark.parametrize("name", ["bernoulli", "coin_divergence", "chain_rule"])
def test_a_checker_that_takes_all_for_equal_is_found_out(name, monkeypatch):
    monkeypatch.setattr(kernel, "_same", lambda *_: True)
    living = [m for m in mutants(library.load(name)) if not rejected(m)]
    assert sum(verdict(m).startswith("false") for m in living) >= 10


def test_a_checker_that_is_content_with_any_gap_is_found_out(monkeypatch):
    monkeypatch.setattr(kernel, "NONNEGATIVE", frozenset({-1, 0, 1}))
    monkeypatch.setattr(kernel, "POSITIVE", frozenset({-1, 0, 1}))
    living = [m for m in mutants(library.load("differential_entropy_can_be_negative")) if not rejected(m)]
    assert any(verdict(m).startswith("false: line 1 is certainly not") for m in living)
