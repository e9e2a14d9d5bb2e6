"""A wrong answer gets the name of the mistake that leads to it."""

from __future__ import annotations

import re

import pytest
from sympy import Integer, Rational, log, oo

from symbolic_info.answers.diagnosis import diagnose
from symbolic_info.answers.judge import judge
from symbolic_info.answers.mistakes import MISTAKES
from symbolic_info.exact.given import Given
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.parse import expression, question
from symbolic_info.language.units import bits, nats
from symbolic_info.tactics.closed_form import closed_form

NAMES = {k.name for k in MISTAKES}
GAUSS = "KL(Normal(a, b), Normal(c, d))"
GAMMA = "H(Gamma(alpha, beta))"
TABLE = "Table([[1/2, 1/4], [0, 1/4]])"

ROWS = [
    (GAUSS, "log(b/d) + (d**2 + (a - c)**2)/(2*b**2) - 1/2", "swapped-arguments"),
    (GAUSS, "log(d/b) + b**2/(2*d**2) - 1/2", "special-case-only"),
    (GAUSS, "log(d/b) + (b**2 + (a - c)**2)/(2*d**2)", "dropped-term"),
    (GAUSS, "log(d/b) + (b**2 + (a + c)**2)/(2*d**2) - 1/2", "sign"),
    (GAUSS, "log(d/b) + (b**2 + a**2 + c**2)/(2*d**2) - 1/2", "square-split-over-sum"),
    (GAUSS, "log(b/d) + (b**2 + (a - c)**2)/(2*d**2) - 1/2", "inverted-ratio"),
    (GAUSS, "(log(d/b) + (b**2 + (a - c)**2)/(2*d**2) - 1/2)/log(2)", "wrong-unit"),
    (GAUSS, "a*b*c", None),
    (GAUSS, "log(2*pi*d**2)/2 + (b**2 + (a - c)**2)/(2*d**2)", "cross-entropy-for-divergence"),
    ("CE(Bernoulli(p), Bernoulli(q))", "-p*log(p) - (1 - p)*log(1 - p)", "entropy-for-cross-entropy"),
    ("H(Normal(mu, sigma))", "log(2*pi*exp(1)*sigma)/2", "variance-vs-stddev"),
    ("H(Normal(mu, sigma))", "log(sigma) + 1/2", "forgotten-constant"),
    ("H(Normal(mu, sigma))", "log(2*pi*exp(1)*sigma**2)", "missing-factor"),
    ("H(LogNormal(mu, sigma))", "log(2*pi*exp(1)*sigma**2)/2", "jacobian-forgotten"),
    ("H(LogNormal(mu, sigma))", "2*mu + log(2*pi*exp(1)*sigma**2)/2", "jacobian-twice"),
    ("H(Exponential(lambda))", "1 + log(lambda)", "rate-vs-scale"),
    ("H(Uniform(a, b))", "log(b) - log(a)", "log-split-over-sum"),
    ("H(Uniform(a, b))", "1/(b - a)", "density-for-entropy"),
    (GAMMA, "alpha - log(beta) + loggamma(alpha) + (1 - alpha)*log(alpha)", "log-of-mean"),
    (GAMMA, "alpha - log(beta) + (1 - alpha)*digamma(alpha)", "missing-normaliser"),
    (GAMMA, "alpha - log(beta) + loggamma(alpha) - alpha*digamma(alpha)", "off-by-one"),
    ("H(DiscreteUniform(k))", "log(k - 1)", "off-by-one"),
    ("H(Bernoulli(9/10))", "log(2)", "uniform-assumed"),
    ("H(Bernoulli(9/10))", "log(10/9)", "surprise-not-averaged"),
    (f"H({TABLE}, given=Y)", "3/2*log(2)", "joint-for-conditional"),
    (f"I({TABLE})", "0", "independence-assumed"),
    (f"I({TABLE})", "log(2)", "entropy-for-information"),
    ("Hellinger2(Normal(a, s), Normal(c, s))", "exp(-(a - c)**2/(8*s**2))", "complement"),
    ("Var(Exponential(lambda))", "2/lambda**2", "second-moment-for-variance"),
    ("E(Normal(mu, sigma), x**2)", "mu**2", "function-of-mean"),
    ("E(Geometric(p), x)", "1/p", "counts-from-one"),
    ("max(H(Bernoulli(p)), p)", "1/2", "place-for-value"),
    ("Fisher(Poisson(lambda))", "lambda", "variance-of-the-estimate"),
    ("Renyi(2, Bernoulli(p))", "-p*log(p) - (1 - p)*log(1 - p)", "shannon-for-renyi"),
    ("KL(Bernoulli(p), Bernoulli(q))", "p*log(p/q) - (1 - p)*log((1 - p)/(1 - q))", "sign"),
    ("KL(Bernoulli(p), Bernoulli(q))", "-p*log(q) - (1 - p)*log(1 - q)", "cross-entropy-for-divergence"),
    ("H(Beta(a, b))", "loggamma(a) + loggamma(b) - loggamma(a + b) - a*digamma(a) - b*digamma(b) "
     "+ (a + b)*digamma(a + b)", "off-by-one"),
    ("I(BSC(1/2, e))", "1 + e*log(e) + (1 - e)*log(1 - e)", "wrong-unit"),
    ("H(MultivariateNormal([m, n], [[a, c], [c, b]]))", "log(2*pi*exp(1)) + log(a*b)/2", "independence-assumed"),
    ("H(Exponential(lambda))", "1/lambda", "moment-for-entropy"),
    ("H(DiscreteUniform(6))", "6", "exponentiated"),
]  # fmt: skip


def explained(text, answer, unit=nats, within=None):
    asked = question(text)
    theorem = closed_form(asked.term, asked.given).theorem
    given = calc(asked.term, asked.given).given
    value = theorem.claim.right / unit.size
    return diagnose(asked.term, value, expression(answer, asked.symbols), given, unit, within)


@pytest.mark.parametrize(("text", "answer", "name"), ROWS)
def test_a_mistake_has_its_name(text, answer, name):
    found = explained(text, answer)
    assert (found and found.name) == name


def test_a_slip_is_found_in_a_formula_of_another_form():
    answer = "-p*log(p) - (1 - p)*log(1 - p) - q/(1 - p)*log(q/(1 - p)) - (1 - q/(1 - p))*log(1 - q/(1 - p))"
    assert explained("H(Categorical(p, q, 1 - p - q))", answer).name in ("missing-factor", "special-case-only")
    assert explained(GAUSS, "(log(d**2/b**2) + 1 + (b**2 + (a - c)**2)/d**2)/2").name == "sign"


def test_two_mistakes_at_once_are_both_told():
    found = explained(GAUSS, "log(b/d) + (d**2 + (a - c)**2)/(2*b**2) + 1/2")
    assert (found.name, *found.also) == ("swapped-arguments", "sign")
    assert "exchanged" in found.feedback and "sign" in found.feedback


def test_a_decimal_is_explained_within_its_digits():
    found = explained("H(Bernoulli(9/10))", "0.469", within=Rational(1, 2000))
    assert found.name == "wrong-unit"
    assert explained("H(Bernoulli(9/10))", "0.461", within=Rational(1, 2000)) is None
    assert explained("H(Bernoulli(9/10))", "0.326", within=Rational(1, 2000)).name == "rounding"


def test_bits_are_the_unit_of_what_is_compared():
    assert explained("H(Binomial(2, 1/2))", "log(3)/log(2)", bits).name == "uniform-assumed"
    assert explained("H(Binomial(2, 1/2))", "2", bits).name == "sequence-for-count"


def test_an_expression_alone_has_slips_too():
    p, n = expression("P", None), expression("N", None)
    right, given = log(1 + p / n) / 2, Given() | [p > 0, n > 0]
    assert diagnose(None, right, log(1 + n / p) / 2, given).name == "inverted-ratio"
    assert diagnose(None, right, log(p / n) / 2, given).name == "dropped-term"


def test_infinity_has_its_own_mistakes():
    assert diagnose(None, oo, Integer(3), Given()).name == "support-ignored"
    assert diagnose(None, Integer(3), oo, Given()).name == "finite-after-all"


def test_every_mistake_says_one_or_two_sentences():
    assert len(NAMES) >= 25
    for kind in MISTAKES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.name)
        assert 30 <= len(kind.feedback) <= 200 and kind.feedback.endswith(".")


def test_a_right_answer_that_is_too_long_is_right_and_told_so():
    long = "log(s) + log(2)/2 + log(pi)/2 + 1/2 + (a + b)**2 - a**2 - 2*a*b - b**2 + log(a)/2 - log(a**3)/6"
    row = {"reference": "log(2*pi*e*s**2)/2", "symbols": dict.fromkeys("sab", "positive")}
    made = judge({**row, "answer": long})
    assert (made["verdict"], made["mistake"]) == ("right", None) and "shorter" in made["feedback"]
    assert judge({**row, "answer": "log(s*sqrt(2*pi*e))"})["feedback"] == "Right."
