"""Derivations as JSON: there and back without loss, checked again, and bad files refused with their path."""

import copy
import json

import pytest
from sympy import Integer, Rational, log

from symbolic_info import library
from symbolic_info.data import FORMAT, derivation_from_json, derivation_from_text, derivation_to_json
from symbolic_info.kernel.check import Citation, check
from symbolic_info.kernel.derivation import Derivation, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.terms import KL, SelfInformation
from symbolic_info.language.tree import BadData
from symbolic_info.rules import RULES


def quarter() -> Derivation:
    """SelfInformation(1/4) = −log(1/4) = 2 log 2."""
    start = calc(SelfInformation(Rational(1, 4)))
    return start.eq(-log(Rational(1, 4)), by=RULES["definition"]).eq(2 * log(2), by=RULES["algebra"])


def doubled(lemma: Derivation, name: str = "quarter") -> Derivation:
    start = calc(2 * SelfInformation(Rational(1, 4)))
    return start.eq(4 * log(2), by=Citation(name, lemma))


@pytest.mark.parametrize("name", sorted(library.files()))
def test_every_derivation_of_the_library_survives(name):
    derivation = library.load(name)
    again = derivation_from_text(json.dumps(derivation_to_json(derivation)))
    assert again == derivation
    assert derivation_to_json(again) == derivation_to_json(derivation)


def test_what_was_read_is_a_theorem_only_after_the_check():
    theorem = check(derivation_from_json(derivation_to_json(quarter())))
    assert theorem.claim.right == 2 * log(2) and theorem.status == "proved"
    forged = derivation_to_json(quarter())
    forged["steps"][1]["result"] = ["Integer", "1"]
    with pytest.raises(Rejected):
        check(derivation_from_json(forged))


def test_a_citation_carries_its_lemma():
    data = derivation_to_json(doubled(quarter()))
    assert list(data["lemmas"]) == ["quarter"] and data["steps"][0]["by"] == [{"cite": "quarter"}]
    again = derivation_from_json(json.loads(json.dumps(data)))
    assert again == doubled(quarter())
    assert "quarter" in check(again).rules


def test_lemmas_stand_before_those_that_cite_them():
    outer = calc(4 * SelfInformation(Rational(1, 4))).eq(8 * log(2), by=Citation("twice", doubled(quarter())))
    data = derivation_to_json(outer)
    assert list(data["lemmas"]) == ["quarter", "twice"]
    assert derivation_from_json(data) == outer
    data["lemmas"] = dict(reversed(data["lemmas"].items()))
    with pytest.raises(BadData, match="no lemma 'quarter' before this one") as error:
        derivation_from_json(data)
    assert error.value.path == ("lemmas", "twice", "steps", 0, "by", 0, "cite")


def test_two_lemmas_of_one_name_are_refused():
    other = calc(SelfInformation(Rational(1, 4))).eq(2 * log(2), by=(RULES["definition"], RULES["algebra"]))
    both = doubled(quarter()).eq(4 * log(2), by=Citation("quarter", other))
    with pytest.raises(BadData, match="two different lemmas"):
        derivation_to_json(both)


def test_witnesses_survive():
    rule = RULES["definition"](Integer(3), log(2))
    derivation = calc(SelfInformation(Rational(1, 4))).eq(2 * log(2), by=rule)
    again = derivation_from_json(derivation_to_json(derivation))
    assert again.steps[0].by[0].witness == (Integer(3), log(2))


def _broken(change):
    data = copy.deepcopy(derivation_to_json(quarter()))
    change(data)
    return data


BAD = {
    "no format": (lambda d: d.pop("format"), "$.format"),
    "another format": (lambda d: d.update(format="symbolic-info/999"), "$.format"),
    "no start": (lambda d: d.pop("start"), "$.start"),
    "a start that is no formula": (lambda d: d.update(start=["true"]), "$.start"),
    "no steps": (lambda d: d.update(steps=None), "$.steps"),
    "a step that is no object": (lambda d: d.update(steps=[1]), "$.steps[0].relation"),
    "an unknown relation": (lambda d: d["steps"][0].update(relation="~"), "$.steps[0].relation"),
    "an unknown rule": (lambda d: d["steps"][1].update(by=[{"rule": "magic"}]), "$.steps[1].by[0].rule"),
    "an unknown lemma": (lambda d: d["steps"][1].update(by=[{"cite": "magic"}]), "$.steps[1].by[0].cite"),
    "a bad witness": (
        lambda d: d["steps"][1].update(by=[{"rule": "algebra", "witness": [["Nope"]]}]),
        "$.steps[1].by[0].witness[0]",
    ),
    "a fact that is no condition": (lambda d: d.update(given=[["pi"]]), "$.given[0]"),
    "an unknown head": (lambda d: d["steps"][0]["result"].append(["os.system"]), "$.steps[0].result[2]"),
    "lemmas that are no object": (lambda d: d.update(lemmas=[]), "$.lemmas"),
    "too many steps": (lambda d: d.update(steps=d["steps"] * 2_000), "$.steps"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_names_the_path(name):
    change, path = BAD[name]
    with pytest.raises(BadData) as error:
        derivation_from_json(_broken(change))
    assert str(error.value).startswith(f"at {path}:")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[]", "null", '{"format": "' + FORMAT + '"}'])
def test_text_that_is_no_derivation(text):
    with pytest.raises(BadData):
        derivation_from_text(text)


def test_laws_in_lemmas_stay_laws():
    gibbs = library.load("gibbs")
    again = derivation_from_json(derivation_to_json(gibbs))
    assert again.start.has(KL) and check(again).claim == check(gibbs).claim


def test_the_row_that_derive_writes_is_read_as_its_derivation():
    import json

    from symbolic_info.data import derivation_from_text
    from symbolic_info.engine import derive, row

    derived = derive("KL(Exponential(a), Exponential(b))")
    assert derivation_from_text(json.dumps(row(derived))) == derived.theorem.derivation
