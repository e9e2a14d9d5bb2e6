"""Every derivation of the library: proved, cross-checked, told, stored and printed."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from sympy import oo

from symbolic_info import library
from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.engine import Verified, cited, entry_solution, verify
from symbolic_info.kernel.check import check
from symbolic_info.render import formats, render

NAMES = tuple(library.names())
VERIFIED: dict[str, Verified] = {}


def verified(name: str) -> Verified:
    """Each is verified once, by whichever test comes first."""
    if name not in VERIFIED:
        VERIFIED[name] = verify(name, library.load(name))
    return VERIFIED[name]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_proved_and_audited(name):
    found = verified(name)
    assert (found.status, found.ok) == ("proved", True), found.reason
    claim, audit = found.theorem.claim, found.audit
    assert audit.ok
    if oo in (claim.left, claim.right):
        assert audit.digits is None and audit.reason.startswith("infinite")  # an infinite value has no digits
    else:
        assert audit.digits >= 30 and audit.reason == ""
        assert audit.points >= 1 and len(audit.samples) == audit.points
        assert audit.lines_checked == len(found.theorem.derivation.lines)


@pytest.mark.parametrize("name", NAMES)
def test_its_file_says_what_it_shows(name):
    entry = library.entry(name)
    assert entry.title[0].isupper() or not entry.title[0].isalpha()
    assert 15 <= len(entry.title) <= 120 and "\n" not in entry.title
    assert "\n\n" not in entry.note  # one paragraph
    assert (library.folder() / entry.file).is_file()
    source = (library.folder() / entry.file).read_text(encoding="utf-8")
    assert source.count("import") == 1 and "from symbolic_info.blackboard import *" in source
    assert len(source.splitlines()) <= 30


@pytest.mark.parametrize("name", NAMES)
def test_its_data_is_checked_to_the_same_claim(name):
    derivation = library.load(name)
    again = derivation_from_json(json.loads(json.dumps(derivation_to_json(derivation))))
    theorem, first = check(again), check(derivation)
    assert theorem.claim == first.claim
    assert theorem.rules == first.rules
    assert theorem.conditions == first.conditions
    assert theorem.status == "proved"


@pytest.mark.parametrize("style", formats())
@pytest.mark.parametrize("name", NAMES)
def test_it_is_printed_in_every_format(name, style):
    entry = library.entry(name)
    shown = entry_solution(entry, verified(name))
    text = render(shown, style)
    steps = entry.derivation.steps
    assert 0 < len(shown.lines) <= len(steps)  # two steps that look the same are printed as one line
    assert {r for line in shown.lines for r in line.rules} == {r.name for step in steps for r in step.by}
    for unfinished in ("None", "Traceback", "Dummy", "_SEAL", "object at 0x", "<symbolic_info"):
        assert unfinished not in text
    if style == "json":
        row = json.loads(text)
        assert len(row["steps"]) == len(shown.lines)
        assert row["audit"]["digits"] == verified(name).audit.digits
    elif style == "html":
        formulas = re.findall(r"<math.*?</math>", text, re.DOTALL)
        assert len(formulas) > len(shown.lines)
        assert all(ElementTree.fromstring(f).tag.endswith("math") for f in formulas)
    elif style == "latex":
        assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")
        assert text.count(r"\begin{") == text.count(r"\end{")
    words = [word for word in re.findall(r"[A-Za-z]+", entry.title) if len(word) > 2]
    assert all(word in text for word in words)
    assert "?" not in text or "?" in entry.title + entry.note or style == "html"  # no letter that a format lacks


def test_nothing_rests_on_itself_and_all_that_is_cited_is_there():
    def above(name: str) -> set[str]:
        direct = set(cited(library.load(name)))
        return direct.union(*(above(d) for d in direct))

    for name in NAMES:
        assert name not in above(name)
        assert above(name) <= set(NAMES)


FIRST = (
    "independent_events_add", "uniform_choice", "uniform_is_greatest", "bernoulli", "bernoulli_maximum",
    "bernoulli_maximum_by_gibbs", "bernoulli_limit_at_zero", "bernoulli_limit_at_one", "uniform_on_an_interval",
    "differential_entropy_can_be_negative", "scaling_law", "coin_entropy", "coin_cross_entropy", "coin_divergence",
    "cross_entropy_splits", "gibbs", "chain_rule", "information_as_reduction", "information_from_entropies",
    "gaussian_kl", "gaussian_kl_by_integral",
)  # fmt: skip


def test_the_library_has_all_that_the_course_begins_with():
    assert set(FIRST) <= set(NAMES)
    titles = [library.entry(n).title for n in NAMES]
    assert len(set(titles)) >= len(titles) - 2 * sum("." in n for n in NAMES) - 2  # a second proof may share its title
