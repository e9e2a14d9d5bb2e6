"""Verdicts: right, wrong with a witness, unclear, unreadable, and never an exception."""

import json

import pytest

from symbolic_info.answers.judge import judge

KL = {"question": "KL(Exponential(a), Exponential(b))"}
COIN = {"question": "H(Bernoulli(9/10))"}
ROWS = [
    (KL | {"answer": r"\ln a-\ln b+\frac{b-a}{a}"}, "right", "proved"),
    (KL | {"answer": r"\ln b-\ln a+\frac{b-a}{a}"}, "wrong", "refuted"),
    (COIN | {"answer": "0.325"}, "right", "numeric"),
    (COIN | {"answer": "0.326"}, "wrong", "refuted"),
    (COIN | {"answer": "0.469"}, "wrong", "refuted"),
    (COIN | {"answer": "0.469 bits", "unit": "bits"}, "right", "numeric"),
    (COIN | {"answer": "0.325 bits"}, "wrong", "refuted"),
    ({"reference": r"\log(b-a)", "symbols": {"a": "real", "b": "real"}, "given": ["a < b"], "answer": r"\ln(a-b)"},
     "wrong", "refuted"),
    ({"reference": r"\log(b-a)", "symbols": {"a": "real", "b": "real"}, "given": ["a < b"], "answer": "ln|a-b|"},
     "right", "proved"),
    (KL | {"answer": "I don't know"}, "unreadable", None),
    (KL | {"answer": None}, "unreadable", None),
    ({"question": "H(Foo(a))", "answer": "1"}, "unreadable", None),
]  # fmt: skip


@pytest.mark.parametrize(("row", "verdict", "how"), ROWS)
def test_a_row_is_judged(row, verdict, how):
    made = judge(row)
    assert (made["verdict"], made["how"]) == (verdict, how), made
    json.dumps(made)


POISSON = {"question": "H(Poisson(lambda))"}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (r"\lambda-\lambda\ln\lambda+\mathbb{E}[\ln X!]", "right"),
        (r"\lambda(1-\ln\lambda)+e^{-\lambda}\sum_{k=0}^\infty\frac{\lambda^k\ln k!}{k!}", "right"),
        (r"\lambda+\lambda\ln\lambda+\mathbb{E}[\ln X!]", "wrong"),
        ("H(X)", "unclear"),
        ("-E[ln p(X)]", "unreadable"),
    ],
)
def test_where_no_closed_form_is_known_an_expectation_may_stand(answer, verdict):
    assert judge(POISSON | {"answer": answer})["verdict"] == verdict


def test_a_witness_is_a_small_rational_point():
    made = judge(KL | {"answer": r"\log\frac ab"})
    assert set(made["witness"]["at"]) == {"a", "b"}
    assert made["witness"]["yours"] != made["witness"]["correct"]


@pytest.mark.parametrize(
    "row", [None, 3, [], {}, {"answer": 5}, {"question": 7}, KL | {"answer": "x" * 10**6}, KL | {"given": "a"}]
)
def test_no_row_raises(row):
    assert judge(row)["verdict"] == "unreadable"
