"""Conditions that a closed form needs and that the question leaves open become conditions of the theorem."""

import pytest

from symbolic_info.audit import audit
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.parse import question
from symbolic_info.tactics.closed_form import closed_form


def found(text, *given):
    asked = question(text, given)
    return closed_form(asked.term, asked.given)


@pytest.mark.parametrize(
    ("text", "given", "needs"),
    [
        ("E(Gamma(alpha, beta), 1/x)", [], "alpha > 1"),
        ("E(Gamma(alpha, beta), 1/x**2)", ["alpha > 1"], "alpha > 2"),
        ("E(Exponential(lambda), exp(t*x))", [], "t < lambda"),
        ("E(Beta(alpha, beta), 1/(x**3*(1 - x)))", [], "alpha > 3 and beta > 1"),
        ("Var(exp(Exponential(lambda)))", [], "lambda > 2"),
        ("E(exp(Exponential(lambda)), x)", [], "lambda > 1"),
        ("KL(exp(Exponential(lambda)), Exponential(mu))", [], "lambda > 1"),
        ("KL(exp(2*Exponential(lambda)), Exponential(mu))", [], "lambda > 2"),
    ],
)
def test_the_condition_is_stated(text, given, needs):
    made = found(text, *given)
    assert made.status == "proved" and made.reason.startswith(f"needs {needs}")
    facts = {str(c) for c in made.theorem.claim.given.facts} | {str(c.reversed) for c in made.theorem.claim.given.facts}
    assert set(needs.split(" and ")) <= facts
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 20, checked.reason


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("E(Gamma(alpha, beta), 1/x)", ["alpha > 1"]),
        ("E(Gamma(alpha, beta), 1/x)", ["alpha > 2"]),
        ("E(Exponential(lambda), x)", []),
    ],
)
def test_nothing_is_added_to_what_suffices(text, given):
    asked = question(text, given)
    made = closed_form(asked.term, asked.given)
    assert (made.status, made.reason) == ("proved", None)
    plain = closed_form(asked.term).theorem.claim.given.facts if not given else None
    assert plain is None or made.theorem.claim.given.facts == plain


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("E(Gamma(alpha, beta), 1/x)", ["alpha < 1"]),
        ("E(Gamma(alpha, beta), 1/x)", ["alpha <= 1"]),
        ("E(Gamma(1, beta), 1/x)", []),
        ("E(Exponential(lambda), 1/x)", []),
        ("E(Exponential(lambda), exp(t*x))", ["t > lambda"]),
        ("E(Exponential(lambda), exp(t*x))", ["t >= lambda"]),
        ("KL(Uniform(a, b), Exponential(lambda))", []),
        ("KL(Gamma(alpha, beta), Laplace(mu, s))", ["alpha > 1"]),
    ],
)
def test_nothing_is_assumed_against_the_question(text, given):
    asked = question(text, given)
    made = found(text, *given)
    assert made.status != "proved"
    assert made.theorem is None or made.theorem.claim.given == calc(asked.term, asked.given).given
