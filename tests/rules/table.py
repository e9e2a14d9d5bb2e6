"""How the tables of this folder are read.

INSIDE and OUTSIDE map "rule.case" to derivations (or to claims with their facts) that lie inside the
conditions of that case, where a theorem comes out, or outside, where the last step is refused.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from sympy import Basic

from symbolic_info.audit.steps import audit
from symbolic_info.exact.given import Given
from symbolic_info.kernel.check import check
from symbolic_info.kernel.conditions import holds
from symbolic_info.kernel.derivation import Derivation
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import Binder
from symbolic_info.rules import RULES


def case_of(key: str) -> Any:
    """The function of a case, by the name of its rule and its own."""
    rule, _, name = key.partition(".")
    found = {c.__name__: c for cases in RULES[rule].cases.values() for c in cases}
    return found.get(name)


def nodes(e: Basic, given: Given) -> Iterator[tuple[Basic, Given]]:
    """Every part of an expression with what is known where it stands."""
    yield e, given
    inner = given.under(e) if isinstance(e, Binder) else given
    for a in e.args:
        yield from nodes(a, inner if isinstance(e, Binder) and a is e.args[-2] else given)


def fires(key: str, chain: Derivation) -> bool:
    """Whether the case has something to say of a part of a line, with the witness of the step."""
    rule, case = RULES[key.partition(".")[0]], case_of(key)
    heads = tuple(h for h, cases in rule.cases.items() if case in cases)
    reasons = [r for step in chain.steps for r in step.by if r.name == rule.name]
    return any(
        case(node, given, *reason.witness) is not None
        for reason in reasons
        for line in chain.lines
        for node, given in nodes(line, chain.given)
        if type(node) in heads
    )


def inside(key: str, item: Any) -> None:
    if isinstance(item, Derivation):
        theorem = check(item)
        assert theorem.status == "proved"
        if case_of(key) is not None:
            assert RULES[key.partition(".")[0]].name in theorem.rules
            assert fires(key, item)
    else:
        claim, facts = item
        given = Given() | facts
        needs = case_of(key)(claim, given)
        assert needs is not None and all(holds(c, given) for c in needs)
        assert holds(claim, given)


def outside(key: str, item: Any) -> None:
    if isinstance(item, Derivation):
        with pytest.raises(Rejected, match=f"^step {len(item.steps)}"):
            check(item)
    else:
        claim, facts = item
        assert not holds(claim, Given() | facts)


def agrees(item: Derivation) -> None:
    """What was proved is true of numbers, from the definitions, wherever it can be evaluated."""
    found = audit(check(item), points=2, digits=20)
    assert found.ok, found.reason
    assert found.digits is None or found.digits >= 15


def rows(table: dict[str, list[Any]]) -> list[Any]:
    """The rows of a table as parameters of a test."""
    return [pytest.param(key, item, id=f"{key}-{i}") for key, items in table.items() for i, item in enumerate(items, 1)]


def chains(table: dict[str, list[Any]]) -> list[Any]:
    return [p for p in rows(table) if isinstance(p.values[1], Derivation)]


def three_from(inside_table: dict[str, list[Any]], outside_table: dict[str, list[Any]]) -> tuple[Any, Any, Any]:
    """The three tests that every file of this folder makes from its tables."""

    @pytest.mark.parametrize(("key", "item"), rows(inside_table))
    def test_inside(key: str, item: Any) -> None:
        inside(key, item)

    @pytest.mark.parametrize(("key", "item"), rows(outside_table))
    def test_outside(key: str, item: Any) -> None:
        outside(key, item)

    @pytest.mark.parametrize(("key", "item"), chains(inside_table))
    def test_agrees(key: str, item: Any) -> None:
        agrees(item)

    return test_inside, test_outside, test_agrees
