"""Closed forms as a textbook has them: squares kept together, the same statistic once, what is positive written so."""

from __future__ import annotations

import pytest

from symbolic_info.language.parse import question
from symbolic_info.render.solution import solution
from symbolic_info.tactics.closed_form import closed_form

FORMS = {
    "E(Uniform(a, b), x)": "(a + b)/2",
    "Var(Bernoulli(phi))": "φ·(1 − φ)",
    "Var(Geometric(p))": "(1 − p)/p²",
    "Fisher(Bernoulli(phi))": "1/(φ·(1 − φ))",
    "KL(Normal(m, s), Normal(mu, sigma))": "log(σ/s) + (s² + (m − μ)²)/(2σ²) − ½",
    "KL(Gamma(alpha, beta), LogNormal(mu, sigma))":
        "½ log(2πσ²) − log Γ(α) + α ψ(α) + ψ₁(α)/(2σ²) + (log β − ψ(α) + μ)²/(2σ²) − α",
    "KL(Gamma(alpha, beta), Normal(mu, sigma))":
        "½ log(2πβ²σ²) − log Γ(α) + (α − 1) ψ(α) + α/(2β²σ²) + (μ − α/β)²/(2σ²) − α",
    "KL(Uniform(a, b), Normal(mu, sigma))": "½ log(2πσ²/(a − b)²) + ((a − b)² + 3(a + b − 2μ)²)/(24σ²)",
    "KL(Uniform(a, b), Exponential(lambda))": "λ·(a + b)/2 − log(λ·(b − a))",
    "KL(LogNormal(mu, sigma), Normal(m, s))": "log(s/σ) + (m² + e^(2μ + 2σ²) − 2m·e^(μ + σ²/2))/(2s²) − μ − ½",
    "Renyi(rho, Gamma(alpha, beta))": "((αρ − ρ + 1) log ρ + ρ log Γ(α) − log Γ(αρ − ρ + 1))/(ρ − 1) − log β",
}  # fmt: skip


@pytest.mark.parametrize("text", FORMS)
def test_a_closed_form_is_written_as_a_textbook_has_it(text):
    asked = question(text, ["a >= 0"] if "Uniform(a, b), Exp" in text else [])
    found = closed_form(asked.term, asked.given)
    assert found.status == "proved"
    assert solution(found.theorem).right.text == FORMS[text]


def test_a_statistic_stands_in_a_mean_once():
    asked = question("KL(Gamma(alpha_1, beta_1), Gamma(alpha_2, beta_2))")
    first = solution(closed_form(asked.term).theorem).lines[0].text
    assert first.count("log X") == 1 and "(α₁ − α₂) log X" in first
