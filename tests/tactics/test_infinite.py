"""Divergences that are finite on one side of a border and infinite on the other, the border included."""

from __future__ import annotations

import pytest
from sympy import oo

from symbolic_info.engine import batch_row, derive
from symbolic_info.language.parse import question
from symbolic_info.render import render
from symbolic_info.tactics.closed_form import closed_form

# P, Q, what must hold for a finite divergence, how that fails, and the status where it holds
BORDERS = """
Pareto(x_m, alpha)      | Exponential(lambda)     | alpha > 1     | alpha <= 1      | proved
Pareto(x_m, alpha)      | Normal(mu, sigma)       | alpha > 2     | alpha <= 2      | proved
Pareto(x_m, alpha)      | HalfNormal(sigma)       | alpha > 2     | alpha = 2       | proved
Pareto(x_m, alpha)      | Weibull(lambda, k)      | k < alpha     | alpha <= k      | proved
Pareto(x_m, alpha)      | Gumbel(mu, beta)        | alpha > 1     | alpha < 1       | reduced
Lomax(alpha, lambda)    | Exponential(mu)         | alpha > 1     | alpha = 1       | proved
Lomax(alpha, lambda)    | Rayleigh(sigma)         | alpha > 2     | alpha <= 2      | proved
Gamma(alpha, beta)      | InverseGamma(a, b)      | alpha > 1     | alpha <= 1      | proved
Gamma(alpha, beta)      | Frechet(a, s)           | a < alpha     | alpha <= a      | proved
InverseGamma(alpha, b)  | Gamma(a, beta)          | alpha > 1     | alpha = 1       | proved
Frechet(alpha, s)       | Exponential(lambda)     | alpha > 1     | alpha <= 1      | proved
LogLogistic(a, beta)    | Exponential(lambda)     | beta > 1      | beta <= 1       | proved
FDistribution(d_1, d_2) | Exponential(lambda)     | d_2 > 2       | d_2 = 2         | proved
BetaPrime(alpha, beta)  | Gamma(a, b)             | beta > 1      | beta <= 1       | proved
Weibull(lambda, k)      | Frechet(alpha, s)       | alpha < k     | k = alpha       | proved
Weibull(lambda, k)      | Levy(0, c)              | k > 1         | k <= 1          | proved
Exponential(lambda)     | Frechet(alpha, s)       | alpha < 1     | alpha >= 1      | proved
Chi(k)                  | InverseGamma(a, b)      | k > 1         | k <= 1          | proved
PowerLaw(a)             | InverseGamma(alpha, b)  | a > 1         | a <= 1          | proved
Kumaraswamy(a, b)       | Levy(0, c)              | a > 1         | a <= 1          | proved
Laplace(mu, b)          | Gumbel(m, s)            | b < s         | b = s           | proved
Logistic(mu, b)         | Gumbel(m, s)            | b < s         | b >= s          | proved
StudentT(nu)            | Normal(mu, sigma)       | nu > 2        | nu <= 2         | proved
StudentT(nu)            | Laplace(0, b)           | nu > 1        | nu <= 1         | proved
"""
ALWAYS = """
Levy(mu_1, c)          | Normal(mu, sigma)
Levy(0, c)             | Exponential(lambda)
Exponential(lambda)    | Levy(0, c)
Exponential(lambda)    | InverseGamma(alpha, beta)
HalfNormal(sigma)      | InverseGamma(alpha, beta)
Uniform(0, b)          | InverseGamma(alpha, beta)
Arcsine(0, b)          | Levy(0, c)
Cauchy(x_0, gamma)     | Normal(mu, sigma)
Cauchy(x_0, gamma)     | Laplace(mu, b)
Cauchy(x_0, gamma)     | Gumbel(mu, b)
HalfCauchy(gamma)      | Exponential(lambda)
StudentT(nu)           | Gumbel(mu, b)
"""
NEVER = """
Exponential(lambda)    | Gumbel(mu, beta)
Normal(mu_1, sigma_1)  | Gumbel(mu, beta)
Gumbel(mu_1, beta_1)   | Gumbel(mu_2, beta_2)
Rayleigh(sigma)        | InverseGamma(alpha, beta)
Pareto(x_m, alpha)     | Frechet(a, s)
LogNormal(mu, sigma)   | InverseGamma(a, b)
"""


def cells(table):
    return [[c.strip() for c in line.split("|")] for line in table.strip().splitlines()]


def found(text, *given):
    asked = question(text, given)
    return closed_form(asked.term, asked.given)


@pytest.mark.parametrize(("p", "q", "inside", "outside", "status"), cells(BORDERS))
def test_both_sides_of_the_border(p, q, inside, outside, status):
    ask = f"KL({p}, {q})"
    open_ = found(ask)
    assert (open_.status, open_.theorem.status) == (status, "proved")
    assert open_.reason.endswith(f"needs {inside}; infinite otherwise")
    beyond = found(ask, outside)
    assert (beyond.status, beyond.theorem.claim.right) == ("infinite", oo)
    assert " = oo" in beyond.reason and beyond.theorem.status == "proved"


@pytest.mark.parametrize(("p", "q"), cells(ALWAYS))
def test_always_infinite(p, q):
    made = found(f"KL({p}, {q})", *(["mu_1 >= 0"] if "mu_1" in p else []))
    assert (made.status, made.theorem.claim.right) == ("infinite", oo)
    assert made.reason.endswith(" = oo")


@pytest.mark.parametrize(("p", "q"), cells(NEVER))
def test_never_infinite(p, q):
    made = found(f"KL({p}, {q})")
    assert (made.status, made.reason) == ("proved", None)


@pytest.mark.parametrize(
    ("text", "given", "status", "says"),
    [
        ("E(Pareto(x_m, alpha), x)", [], "proved", "needs alpha > 1; infinite otherwise"),
        ("E(Pareto(x_m, alpha), x)", ["alpha = 1"], "infinite", "= oo"),
        ("E(Pareto(x_m, alpha), -x)", ["alpha <= 1"], "infinite", "E(Pareto(x_m, alpha), x) = oo for alpha <= 1"),
        ("E(Uniform(0, b), log(x)/x)", [], "infinite", "= -oo"),
        ("Var(Pareto(x_m, alpha))", [], "proved", "needs alpha > 2; infinite otherwise"),
        ("Var(Pareto(x_m, alpha))", ["alpha <= 2"], "infinite", "for alpha <= 2"),
        ("Var(StudentT(nu))", ["1 < nu <= 2"], "infinite", "for nu <= 2"),
        ("CE(Pareto(x_m, alpha), Exponential(lambda))", ["alpha <= 1"], "infinite", "for alpha <= 1"),
        ("E(Cauchy(x_0, gamma), x)", [], "unknown", "does not exist"),
        ("E(Beta(a, b), 1/x - 1/(1 - x))", ["a <= 1", "b <= 1"], "unknown", "does not exist"),
        ("E(Cauchy(x_0, gamma), x**2)", [], "infinite", "= oo"),
    ],
)
def test_means_and_variances(text, given, status, says):
    made = found(text, *given)
    assert made.status == status and says in made.reason


def test_the_solution_says_which_mean_is_infinite():
    made = derive("KL(Pareto(x_m, alpha), Normal(mu, sigma))", ["alpha <= 2"])
    text = render(made.solution, "text")
    assert "E_P[(X − μ)²] = ∞ for α ≤ 2" in text and "✓ numbers: infinite by definition" in text
    latex = render(made.solution, "latex")
    assert r"\operatorname{E}_{P}[(X - \mu)^2] = \infty$ for $\textstyle \alpha \le 2$" in latex and "?" not in latex
    alone = render(derive("E(Pareto(x_m, alpha), x)", ["alpha <= 1"]).solution, "text")
    assert "divergent integral for α ≤ 1" in alone


def test_the_row_of_a_batch():
    row = batch_row({"id": 1, "question": "KL(Pareto(x_m, alpha), Exponential(lambda))", "given": ["alpha <= 1"]})
    assert (row["status"], row["result"]) == ("infinite", "oo")
    assert row["reason"] == "E(Pareto(x_m, alpha), x) = oo for alpha <= 1"
    open_ = batch_row({"id": 2, "question": "KL(Pareto(x_m, alpha), Exponential(lambda))", "given": []})
    assert open_["status"] == "proved" and "alpha > 1" in open_["given"]
    assert open_["reason"] == "needs alpha > 1; infinite otherwise"
