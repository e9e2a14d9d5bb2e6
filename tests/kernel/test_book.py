"""The rule book is closed, and says of each belief what it is and where it comes from."""

import inspect
import re
from collections import Counter

import pytest
from sympy import S

from symbolic_info.families import Normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Outcome, Rejected, Rule, book, rule
from symbolic_info.language.claims import Claim, Finite
from symbolic_info.language.operators import Integral
from symbolic_info.language.terms import Entropy
from symbolic_info.rules import RULES

CASES = [(name, case) for name, r in RULES.items() for case in dict.fromkeys(c for cs in r.cases.values() for c in cs)]
IDS = [f"{name}.{case.__name__}" for name, case in CASES]
SOURCE = re.compile(
    r"DLMF|Cover & Thomas|Shannon|Kullback|Lehmann|Johnson|Leone|Fubini|Tonelli|Thm|§|\b(18|19|20)\d\d\b|Jensen"
)
# What is believed of analysis rather than read off a definition: these name where it is proved.
BELIEVED = {
    "antiderivative", "differentiation", "limits", "log_tangent", "jensen", "named_integral", "named_sum",
    "mean_distance", "tilting", "score", "joint_entropies",
}  # fmt: skip


def test_no_rule_enters_a_closed_book():
    with pytest.raises(Rejected, match="closed"):
        rule("a new rule")
    with pytest.raises(Rejected, match="closed"):
        rule("definition")
    assert "a new rule" not in book()


@pytest.mark.parametrize("name", RULES)
def test_no_case_enters_a_closed_book(name):
    def forged(e: Integral, given: object) -> Outcome:
        """Every integral is seven."""
        return Outcome(S(7))

    before = {head: list(cases) for head, cases in RULES[name].cases.items()}
    with pytest.raises(Rejected, match="closed"):
        RULES[name].of(forged)
    assert {head: list(cases) for head, cases in RULES[name].cases.items()} == before


@pytest.mark.parametrize("name", RULES)
def test_the_cases_are_not_changed_from_outside(name):
    cases = RULES[name].cases

    def forged(e, given):
        return Outcome(S(7))

    with pytest.raises((TypeError, AttributeError)):
        cases[type("Head", (), {})] = (forged,)
    for head in cases:
        with pytest.raises((TypeError, AttributeError)):
            cases[head].append(forged)
        with pytest.raises((TypeError, AttributeError)):
            cases[head][0] = forged
    with pytest.raises((TypeError, AttributeError)):
        cases.clear()


def test_the_book_that_is_handed_out_is_a_copy():
    book().clear()
    assert set(book()) == {r.name for r in RULES.values()}


@pytest.mark.parametrize("name", ["definition", "of my own", "", "linearity"])
def test_a_home_made_rule_is_refused(name):
    evil = Rule(name, "anything goes", {Entropy: [lambda e, given: Outcome(S(7))]})
    with pytest.raises(Rejected, match="no rule of the book"):
        check(calc(Entropy(Normal(0, 1))).eq(7, by=evil))


def test_a_home_made_rule_shows_no_condition():
    Rule("finiteness", "", {Finite: [lambda c, given: ()]})
    assert not any(
        case for r in book().values() for cs in r.cases.values() for case in cs if case.__name__ == "<lambda>"
    )


def test_a_rule_with_a_witness_is_still_the_rule_of_the_book():
    r = RULES["stationary_point"]
    assert r(S.Half).cases is r.cases and r(S.Half).name == r.name and r(S.Half).witness == (S.Half,)


def test_names_are_unique_and_complete():
    assert Counter(r.name for r in RULES.values()).most_common(1)[0][1] == 1
    assert {r.name: r for r in RULES.values()} == book()


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_something(name):
    r = RULES[name]
    assert r.cases or len(r.statement) > 40
    assert r.name and r.name == r.name.strip()


@pytest.mark.parametrize(("name", "case"), CASES, ids=IDS)
def test_every_case_states_its_identity(name, case):
    said = inspect.getdoc(case) or ""
    assert len(said) > 20 and said.rstrip().endswith((".", ")"))
    head = next(iter(inspect.signature(case, eval_str=True).parameters.values())).annotation
    kinds = getattr(head, "__args__", (head,))
    if all(isinstance(k, type) and issubclass(k, Claim) for k in kinds):
        assert not any(w in said for w in ("TODO", "FIXME"))
    else:
        assert re.search(r"[=≤≥→∞<>]|\b(is|are|drops?)\b", said)


@pytest.mark.parametrize("name", sorted(BELIEVED))
def test_what_is_believed_has_a_source(name):
    """One source a rule at least: in its statement or with one of its cases that are no claims of finiteness."""
    r = RULES[name]
    said = [r.statement, *(inspect.getdoc(c) or "" for cs in r.cases.values() for c in cs)]
    assert any(SOURCE.search(s) for s in said)


def test_the_named_tables_have_a_source_each():
    for name in ("named_integral", "named_sum", "mean_distance"):
        for head, cases in RULES[name].cases.items():
            for case in cases if head is not Finite else ():
                assert SOURCE.search(inspect.getdoc(case) or ""), case.__name__
