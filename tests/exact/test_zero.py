"""The exact zero test: identities that it must know, and differences that it must never call zero."""

import pytest
from sympy import (
    Dummy,
    log,
)  # fmt: skip

from symbolic_info.exact.given import Given
from symbolic_info.exact.zero import is_zero, normal
from symbolic_info.language.binder import canonical, x

from .identities import DIFFERENT, IDENTITIES, P, R, v


def shown(left, right, facts=()):
    return is_zero(left - right, Given() | facts)


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_identity_is_shown(name):
    assert shown(*IDENTITIES[name])


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference_is_never_called_zero(name):
    assert not shown(*DIFFERENT[name])


TRUE_ANYWAY = ("log below 1", "log of a square", "log of a length", "gamma down", "digamma down", "powers below 1")
NEEDS_FACTS = [name for name, row in IDENTITIES.items() if len(row) == 3 and name not in TRUE_ANYWAY]


@pytest.mark.parametrize("name", NEEDS_FACTS)
def test_an_identity_that_needs_facts_is_not_shown_without_them(name):
    left, right, _ = IDENTITIES[name]
    assert not shown(left, right)


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_identity_off_by_one_part_is_refused(name):
    """The same two sides, one of them doubled or moved by one: never zero, as no side vanishes identically."""
    left, right, *facts = IDENTITIES[name]
    assert not shown(left, right + 1, *facts)
    assert not shown(left, right + R(1, 10**30), *facts)
    assert not shown(left, right + log(2), *facts)


def test_normal_forms_are_stable():
    for name, (left, _, *facts) in IDENTITIES.items():
        given = Given() | (facts[0] if facts else ())
        assert is_zero(normal(left, given) - left, given), name
        assert normal(normal(left, given), given) == normal(left, given), name


def test_a_free_dummy_is_never_taken_for_a_bound_one():
    inside = canonical(P.expect(x)).variable
    assert not shown(P.expect(x * inside), P.expect(x**2))
    assert not shown(P.expect(x * Dummy("x", real=True)), P.expect(x**2))
    assert shown(P.expect(x * inside, x), P.expect(v * inside, v))
