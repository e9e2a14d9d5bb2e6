"""A student's own chain: every link named, and the first that does not follow found, with a counterexample."""

import json

import pytest
from commands import clean, run

from symbolic_info.entropic.chain import continued, is_chain, joined, judged
from symbolic_info.entropic.reading import read
from symbolic_info.entropic.verdict import PROVED, REFUTED
from symbolic_info.proving import batch_row

DPI = ["I(X;Z)", "<= I(X;Y,Z)", "= I(X;Y) + I(X;Z|Y)", "= I(X;Y)"]
RIGHT = [
    (DPI, ["X -> Y -> Z"]),
    (["I(X;Y)", r"&= H(X) - H(X \mid Y)", r"&\le H(X)"], []),
    (["H(X,Y,Z) =", "H(X) + H(Y|X) + H(Z|X,Y) <=", "H(X) + H(Y) + H(Z)"], []),
    (["2*H(X)", "H(X) + H(X)", ">= H(X) + I(X;Y)", ">= 2*I(X;Y)"], []),
]


@pytest.mark.parametrize(("lines", "given"), RIGHT)
def test_a_right_chain_is_one_theorem(lines, given):
    text, leads = joined(lines)
    statements, facts = read(text, given)
    assert is_chain(statements) and leads == (1, 2, 3)[: len(lines) - 1]
    found = judged(statements, facts, leads)
    assert found.first_wrong is None and all(v.verdict == PROVED for v in found.links)
    assert found.whole.status == "proved"
    assert found.whole.claim.relation == next((s.relation for s in statements if s.relation != "="), "=")


@pytest.mark.parametrize(
    ("lines", "given", "wrong"),
    [
        (DPI, [], 3),  # the Markov property is not given
        (["I(X;Y)", "H(X) - H(Y|X)", "H(Y) - H(X|Y)"], [], 1),
        (["H(X|Y)", "= H(X,Y) - H(Y)", "<= H(X)", "= I(X;Y)", "<= H(Y)"], [], 3),
        (["H(X) >= H(X|Y) >= H(X|Y,Z) >= H(X)"], [], 0),
        (["I(X;Y)", "<= H(X)", ">= H(X|Y)", "<= I(X;Y)"], [], 3),  # true in both directions, up to there
    ],
)
def test_the_first_wrong_line_is_found(lines, given, wrong):
    row = batch_row({"id": 7, "lines": lines, "given": given})
    assert (row["verdict"], row["first_wrong"]) == (REFUTED, wrong)
    assert [link["verdict"] for link in row["lines"][:-1]] == [PROVED] * (len(row["lines"]) - 1)
    assert all(link["by"] for link in row["lines"][:-1])
    assert row["counterexample"]["left"] != row["counterexample"]["right"]


def test_a_row_of_lines_that_cannot_be_read_says_so():
    for lines in (["H(X)", "= H(X"], [], "H(X)", [1], ["H(X) ="] * 10_000, ["\n" * 100_000], ["=" + " " * 100_000]):
        assert batch_row({"id": 1, "lines": lines})["verdict"] == "unreadable"


def test_a_line_that_begins_with_a_relation_continues_the_one_before():
    text = "I(X;Y)\n  = H(X) - H(X|Y) \\\\ &\\le H(X)\nH(Y) >= 0"
    assert len(continued(text)) == len(text)
    said = [str(s) for s in read(continued(text))[0]]
    assert said == ["I(X;Y) = H(X) - H(X|Y)", "H(X) - H(X|Y) <= H(X)", "H(Y) >= 0"]


def test_on_the_command_line_the_chain_is_printed_up_to_the_wrong_line():
    printed = clean(run("prove", "\n".join(DPI), "-f", "text"), 1).stdout
    assert "(2)  = I(X; Y) + I(X; Z | Y)" in printed and "Line 3: I(X; Y) + I(X; Z | Y) = I(X; Y) is false" in printed
    row = json.loads(clean(run("prove", "\n".join(DPI), "--given", "X -> Y -> Z", "-f", "json")).stdout)
    assert row["first_wrong"] is None and [link["line"] for link in row["lines"]] == [1, 2, 3]
