"""The adapters: a reward in threads, a cell of nbgrader, results.json of Gradescope, Math-Verify's pair."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from symbolic_info.adapters import credit, gradescope, names_in, parse, reward, rewards, verify

GAUSS = "\\frac12\\log(2\\pi e\\sigma^2)"
RIGHT = "The entropy is therefore $\\boxed{\\ln\\sigma + \\tfrac12\\ln(2\\pi e)}$."
WRONG = "So we get \\[ \\frac12\\ln(2\\pi\\sigma^2) \\]"


def test_a_reward_is_the_same_in_threads():
    completions = [RIGHT, WRONG, "I do not know", ""] * 10
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: reward(text, GAUSS), completions))
    assert found == [1.0, 0.0, 0.0, 0.0] * 10
    assert rewards(completions=completions[:4], answer=[GAUSS] * 4, prompts=None) == found[:4]


def test_a_reward_knows_domains_and_units():
    assert reward("2 ln|a|", "log(a**2)", {"a": "real"}) == 1.0
    assert reward("2 ln a", "log(a**2)", {"a": "real"}) == 0.0
    assert reward("3/2 \\text{ bits}", "3/2", unit="bits") == 1.0
    assert reward("3/2 \\text{ bits}", "3/2") == 0.0


def test_a_cell_gives_points_and_tells_the_student(capsys):
    assert credit("entropy_of_laplace", "1 + log 2b", points=2.0) == 2.0
    assert credit("H(Laplace(mu, b))", "log 2b", points=2.0) == 0.0
    assert "missing" in capsys.readouterr().out
    with pytest.raises(RuntimeError, match="a person"):
        credit("KL(Beta(alpha, beta), Uniform(a, b))", "log(2)")


def test_gradescope_reads_its_results(tmp_path):
    row = {"question": "H(Laplace(mu, b))", "points": 3}
    answers = {"entropy": "\\ln(2be)", "": "\\ln(2b)", None: "\\frac{"}
    rows = [{**row, "name": name, "answer": text} for name, text in answers.items()]
    made = gradescope(rows, tmp_path / "results.json")
    assert json.loads((tmp_path / "results.json").read_text(encoding="utf-8")) == made
    assert made["score"] == 3 and [t["score"] for t in made["tests"]] == [3, 0, 0]
    assert [t["status"] for t in made["tests"]] == ["passed", "failed", "failed"]
    assert made["tests"][0]["name"] == "entropy" and "missing" in made["tests"][1]["output"]
    assert {t["visibility"] for t in made["tests"]} == {"visible"}


def test_the_pair_of_math_verify():
    assert verify(parse(GAUSS), parse(RIGHT))
    assert not verify(parse(GAUSS), parse(WRONG))
    assert parse("\\frac{1}{") == [] and not verify(parse(GAUSS), parse("\\frac{1}{"))
    assert verify(parse("λ₁ ln(λ₁/λ₂) − λ₁ + λ₂"), parse("lambda_1*log(lambda_1/lambda_2) - lambda_1 + lambda_2"))


def test_names_are_found_in_what_is_typed():
    assert set(names_in("\\log\\frac{\\sigma_2}{\\sigma_1} + \\psi(\\alpha) - e^{2\\pi ab}")) == {
        "sigma_1", "sigma_2", "alpha", "a", "b",
    }  # fmt: skip
    assert set(names_in("log(beta) + B(a, beta) + λ₁")) >= {"beta", "a", "lambda_1"}
