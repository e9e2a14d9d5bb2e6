"""What is timed with `pytest tests/benchmarks --benchmark-enable`; without it each runs once, as a plain test.

Peers and whole processes are timed by `figures.py`, which is run by hand.
"""

from __future__ import annotations

from itertools import count

import pytest
from sympy import Rational, log

from symbolic_info import library
from symbolic_info.audit import audit
from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.engine import derive, verify
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.check import check
from symbolic_info.language.parse import question
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.render import formats, render
from symbolic_info.tactics.closed_form import closed_form

QUESTION = "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))"
Normal = FAMILIES["Normal"]
fresh = count()


def laws():
    """Two normal laws of symbols that nobody has seen."""
    number = next(fresh)
    return Normal.generic(f"_a{number}"), Normal.generic(f"_b{number}")


def test_a_gaussian_divergence_with_fresh_symbols(benchmark):
    found = benchmark(lambda: closed_form(KL(*laws())))
    P, Q = found.theorem.claim.left.args
    m, n, s, t = P.mu, Q.mu, P.sigma, Q.sigma
    assert found.status == "proved"
    assert (found.theorem.claim.right - log(t / s) - (s**2 + (m - n) ** 2) / (2 * t**2)).expand() == -Rational(1, 2)


def test_the_check_alone(benchmark):
    derivation = closed_form(KL(*laws())).theorem.derivation
    assert benchmark(lambda: check.__wrapped__(derivation)).status == "proved"


def test_the_audit_alone(benchmark):
    theorem = closed_form(KL(*laws())).theorem
    assert benchmark(lambda: audit(theorem)).digits >= 30


@pytest.mark.parametrize("style", formats())
def test_printing(benchmark, style):
    solution = derive(QUESTION).solution
    assert benchmark(lambda: render(solution, style))


def test_reading_a_question(benchmark):
    assert benchmark(lambda: question(QUESTION)).term.func is KL


def test_data_there_and_back(benchmark):
    derivation = library.load("gaussian_kl")
    assert benchmark(lambda: derivation_from_json(derivation_to_json(derivation))) == derivation


@pytest.mark.parametrize("name", ["gibbs", "bernoulli", "chain_rule"])
def test_verifying(benchmark, name):
    derivation = library.load(name)
    assert benchmark(lambda: verify(name, derivation)).ok


@pytest.mark.parametrize("name", ["Gamma", "Beta", "Laplace", "LogNormal", "Geometric"])
def test_an_entropy(benchmark, name):
    assert benchmark(lambda: closed_form(Entropy(FAMILIES[name].generic(f"_{next(fresh)}")))).status == "proved"
