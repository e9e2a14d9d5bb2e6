"""Answers that are no single number: matrices, sets, conditions, inequalities, chains."""

import pytest

from symbolic_info.answers.judge import judge

X = {"x": "real", "k": "positive integer", "p": "unit"}
ROWS = [
    (r"\{1, \frac12\}", r"\{0.5, 1\}", "right"),
    (r"\{1, \frac12\}", r"\{1, 2\}", "wrong"),
    ("(1/2, 1/4)", "0.5, 0.25", "right"),
    ("(1/2, 1/4)", "0.25, 0.5", "wrong"),
    ("(1/3, 2/3)", "(0.333, 0.667)", "right"),
    (r"\begin{pmatrix}1&0\\0&x\end{pmatrix}", "[[1, 0], [0, x]]", "right"),
    (r"\begin{pmatrix}1&0\\0&x\end{pmatrix}", "[[1, 0], [0, 1]]", "wrong"),
    ("p = 1/2", r"\tfrac12 = p", "right"),
    ("p = 1/2", "2p = 1", "right"),
    ("p = 1/2", "0.5", "right"),
    ("p = 1/2", "2p = 3", "wrong"),
    (r"I(X;Y) \le \log k", r"I(X;Y)\leq\ln k", "right"),
    (r"I(X;Y) \le \log k", r"\log k \ge I(X;Y)", "right"),
    (r"I(X;Y) \le \log k", r"I(X;Y)\ge\log k", "wrong"),
    (r"I(X;Y) \le \log k", r"I(X;Y)\le k", "wrong"),
    (r"x \le 1", "x < 1", "wrong"),
    (r"\infty", "diverges", "right"),
    (r"2-\frac34\log_2 3\approx 0.8113", "0.811", "right"),
    (r"\log k", r"-\log\frac1k = \log k", "right"),
    (r"\log k", r"\log(2k) = \log k", "wrong"),
    ("1/2", "[1, 2]", "unclear"),
]


@pytest.mark.parametrize(("reference", "answer", "verdict"), ROWS)
def test_an_answer_is_judged_as_what_it_is(reference, answer, verdict):
    made = judge({"reference": reference, "answer": answer, "symbols": X})
    assert made["verdict"] == verdict, made


VECTORS = [
    ("H(MultivariateNormal(mu, Sigma))", r"\frac12\log\det(2\pi e\Sigma)", "right"),
    ("H(MultivariateNormal(mu, Sigma))", r"\frac12\ln\left((2\pi e)^n|\Sigma|\right)", "right"),
    ("H(MultivariateNormal(mu, Sigma))", r"\frac12\log|\Sigma|", "wrong"),
    ("KL(MultivariateNormal(mu_1, Sigma_1), MultivariateNormal(mu_2, Sigma_2))",
     r"\frac12\left[\log\frac{|\Sigma_2|}{|\Sigma_1|}-n+\operatorname{tr}(\Sigma_1\Sigma_2^{-1})"
     r"+(\mu_2-\mu_1)^\top\Sigma_2^{-1}(\mu_2-\mu_1)\right]", "right"),
    ("KL(MultivariateNormal(mu_1, Sigma_1), MultivariateNormal(mu_2, Sigma_2))",
     "½ tr(Σ₂⁻¹Σ₁) + ½(μ₁ − μ₂)ᵀΣ₁⁻¹(μ₁ − μ₂) + ½ log(det Σ₂/det Σ₁) − n/2", "wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "verdict"), VECTORS)
def test_vectors_and_matrices_of_symbolic_dimension(question, answer, verdict):
    made = judge({"question": question, "answer": answer})
    assert made["verdict"] == verdict, made
