"""`prove`: what INTERFACES promises of its rows, formats and exit codes."""

import json

import pytest
from commands import clean, run

from symbolic_info.data import derivation_from_json
from symbolic_info.kernel.check import check

DPI, CHAIN = "I(X;Z) <= I(X;Y)", "X -> Y -> Z"
FIELDS = {"id", "verdict", "steps", "certificate", "equality_iff", "counterexample", "missing", "reason", "ms"}


@pytest.mark.parametrize(("style", "sign"), [("text", "≤"), ("latex", r"\le"), ("markdown", "$"), ("html", "<math")])
def test_prove_prints_a_worked_solution(style, sign):
    printed = clean(run("prove", DPI, "--given", CHAIN, "-f", style)).stdout
    assert sign in printed and "data processing" in printed


def test_a_proof_as_data_is_checked_again():
    row = json.loads(clean(run("prove", r"I(X;Y\mid Z)\le I(X;Y)", "--given", r"Z \to Y \to X", "-f", "json")).stdout)
    assert set(row) >= FIELDS and row["verdict"] == "proved"
    assert row["equality_iff"] == ["I(X;Z) = 0"]
    assert [s["says"] for s in row["steps"]] == [
        "chain rule for information",
        "Markov property",
        "non-negativity of mutual information",
    ]
    assert row["certificate"]["nonnegative"] == {"I(X;Z)": "1"}
    (data,) = row["derivations"]
    assert check(derivation_from_json(data)).status == "proved"


def test_verify_checks_the_row_again(tmp_path):
    path = tmp_path / "row.json"
    clean(run("prove", "I(X;Y) = 0", "--given", "H(X) + H(Y) <= H(X,Y)", "-f", "json", "-o", path))
    lines = clean(run("verify", path)).stdout.splitlines()
    assert len(lines) == 2 and all(line.startswith("proved") for line in lines)
    clean(run("prove", "H(X) <= 0", "-f", "json", "-o", path), 1)
    assert "nothing was proved" in clean(run("verify", path), 2).stderr


def test_what_is_false_is_refuted_with_a_table():
    row = json.loads(clean(run("prove", DPI, "-f", "json"), 1).stdout)
    table = row["counterexample"]
    assert row["verdict"] == "refuted" and sorted(table["variables"]) == ["X", "Y", "Z"]
    assert table["left"] != table["right"] and "0" not in table["pmf"].values()
    assert "is false" in clean(run("prove", DPI), 1).stdout


def test_several_statements_at_once():
    assert clean(run("prove", "I(X;Y) >= 0, H(X) >= 0")).stdout.count("≥ 0   ") == 2
    row = json.loads(clean(run("prove", "H(X) >= 0; H(X) <= H(Y)", "-f", "json"), 1).stdout)
    assert row["counterexample"]["statement"] == "H(X) <= H(Y)"


@pytest.mark.parametrize("arguments", [["H(X) >= "], ["H(X) <= J(Y)"], ["H(X) >= 0", "--given", "X -> Y"], []])
def test_bad_input_is_code_2(arguments):
    assert clean(run("prove", *arguments), 2).stdout == ""


def test_a_batch_answers_every_row():
    rows = [
        {"id": 1, "statement": DPI, "given": [CHAIN]},
        {"id": 2, "statement": "H(X"},
        {"id": 3},
        [],
        {"statement": DPI},
    ]
    text = "\n".join([*map(json.dumps, rows), "{"])
    made = [json.loads(line) for line in clean(run("prove", "--batch", "-", text=text)).stdout.splitlines()]
    assert [r["verdict"] for r in made] == ["proved", *["unreadable"] * 3, "refuted", "unreadable"]
    assert all(set(r) >= FIELDS for r in made) and "^" in made[1]["reason"]
