"""Hostile answers: refused or judged within bounds, never raised, never accepted."""

from time import perf_counter

import pytest

from symbolic_info.answers.judge import judge

QUESTION = {"question": "H(Normal(mu, sigma))"}
HOSTILE = [
    "9^9^9^9", "sigma**sigma**sigma**sigma**sigma", "1000000!",
    r"\binom{10^9}{10^8}", "200!^200", "5" + "!" * 50,
    r"\sum_{i=1}^{1000000000} \frac1i",
    r"\sum_{i=1}^{99}\sum_{j=1}^{99}\sum_{k=1}^{99} ijk",
    "(" * 2000 + "1" + ")" * 2000,
    "1+" * 1900 + "1", "log(" * 60 + "sigma" + ")" * 60, "x" * 10**6, r"\frac" * 500, "{" * 1000, "$" * 1000,
    r"\boxed{" * 300, "|" * 301, "-" * 1000 + "1", "\x00", "\ud800", "1" * 3000, "1e999999999",
    "((1+sigma)^8+(1+mu)^8)^8", "log(10^60)", "1/(sigma-sigma)", "oo-oo", "sqrt(-1)", "(-8)^(1/3)",
    "__import__('os').system('ls')", "eval('1')",
    r"\input{/etc/passwd}", r"\int" * 50, "E[E[E[E[E[E[E[E[X]]]]]]]]", r"\begin{pmatrix}" * 20, "[[" * 300, "a " * 1000,
    "the answer is " * 250 + "1", r"D_{KL}(" * 200, "_^" * 300,
    "sigma_" * 300, "x" * 3900, "+".join(f"1/(sigma+mu+{i})" for i in range(40)),
    "1/(1+" * 12 + "sigma" + ")" * 12, "*".join(f"(sigma+mu+{i})" for i in range(25)), "." * 3900 + "x", "%s%n{{7*7}}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_is_accepted_or_takes_long(text):
    for row in (
        QUESTION | {"answer": text},
        QUESTION | {"lines": [text]},
        QUESTION | {"reference": text, "answer": "2"},
    ):
        start = perf_counter()
        made = judge(row)
        assert made["verdict"] != "right"
        assert "broke" not in (made["reason"] or "")
        assert perf_counter() - start < 5
