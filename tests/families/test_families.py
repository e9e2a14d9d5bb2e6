"""Every family of the catalogue by one test: a family enters it by being a file."""

from __future__ import annotations

import pytest

from symbolic_info.families import FAMILIES
from symbolic_info.language.distribution import Family

from .declarations import some_wrong_declarations, wrong_declarations
from .generic import faults, members

DECLARED = {
    name: f
    for name, f in FAMILIES.items()
    if isinstance(f, type) and issubclass(f, Family) and not hasattr(f, "coordinates")
}
AT_LEAST = 150  # wrong declarations in all


@pytest.mark.parametrize("name", DECLARED)
def test_a_family_says_nothing_wrong(name):
    assert list(faults(DECLARED[name], points=3)) == []


@pytest.mark.parametrize("name", DECLARED)
def test_a_family_is_documented_and_tried_at_different_points(name):
    family = DECLARED[name]
    assert family.__doc__.startswith("The ") and family.domains
    assert len(set(members(family, 3))) == 3


@pytest.mark.parametrize("name", DECLARED)
def test_every_wrong_declaration_is_found_out(name, record_property):
    made = some_wrong_declarations(DECLARED[name])
    living = [what for what, family in made if next(faults(family), None) is None]
    record_property("wrong declarations", len(made))
    print(name, len(made))
    assert made
    assert living == []


def test_there_are_many_wrong_declarations():
    assert sum(1 for f in DECLARED.values() for _ in wrong_declarations(f)) >= AT_LEAST
