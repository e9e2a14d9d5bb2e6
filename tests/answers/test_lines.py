"""Derivations line by line: the first line that does not follow, integrals and expectations understood."""

import json
from pathlib import Path

import pytest

from symbolic_info.answers.judge import judge

EXP, NORMALS = "H(Exponential(lambda))", "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))"
CHAINS = [
    (EXP, [r"-\int_0^\infty \lambda e^{-\lambda x}(\ln\lambda-\lambda x)\,dx", r"-\ln\lambda+1"], None),
    (EXP, [r"-\int_0^\infty p(x)\ln p(x)\,dx", r"-\ln\lambda+\lambda\,\mathbb{E}[X]", r"-\ln\lambda+\lambda^2"], 2),
    (EXP, [r"\mathbb{E}[X] = \frac1\lambda", r"1-\ln\lambda"], None),
    (EXP, [r"\mathbb{E}[X] = \lambda", r"1-\ln\lambda"], 0),
    ("H(DiscreteUniform(k))", [r"-\sum_{i=1}^{k}\frac1k\log\frac1k", r"\log k"], None),
    ("H(Geometric(p))", [r"-\sum_{k=0}^\infty p(1-p)^k(\log p+k\log(1-p))", r"-\log p-\frac{1-p}{p}\log(1-p)"], None),
    (NORMALS, [r"\mathbb{E}_p[\log p(X)-\log q(X)]", r"H(P,Q)-H(P)", r"\ln\frac{\sigma_1}{\sigma_2}"], 2),
    ("I(Table([[1/2, 1/4], [0, 1/4]]))", ["H(X)+H(Y)-H(X,Y)", "H(X)-H(X|Y)", "H(X|Y)"], 2),
    ("H(Weibull(lambda, k))",
     [r"-\ln\frac k\lambda-(k-1)E\left[\ln\frac X\lambda\right]+E\left[\left(\frac X\lambda\right)^k\right]"], None),
]  # fmt: skip


@pytest.mark.parametrize(("question", "lines", "wrong"), CHAINS)
def test_the_first_wrong_line_is_found(question, lines, wrong):
    made = judge({"question": question, "lines": lines})
    assert made["first_wrong"] == wrong, made
    assert made["verdict"] == ("right" if wrong is None else "wrong")
    assert len(made["lines"]) == len(lines)


FILE = Path(__file__).parents[1] / "benchmarks" / "derivations.jsonl"
WRITTEN = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", WRITTEN[::4], ids=lambda row: row["question"])
def test_derivations_as_people_write_them(row):
    made = judge(row)
    assert made["first_wrong"] == row["first_wrong"], made
    assert made["verdict"] == ("right" if row["first_wrong"] is None else "wrong"), made


def test_a_line_that_is_right_again_is_noticed():
    made = judge({"question": EXP, "lines": [r"1+\ln\lambda", r"1-\ln\lambda"]})
    assert made["first_wrong"] == 0
    assert "Line 2 is right again" in made["feedback"]
    assert [line["verdict"] for line in made["lines"]] == ["wrong", "right"]


def test_a_line_that_cannot_be_read_is_not_called_wrong():
    made = judge({"question": EXP, "lines": ["foo bar", r"1-\ln\lambda"]})
    assert (made["verdict"], made["first_wrong"]) == ("unreadable", None)
