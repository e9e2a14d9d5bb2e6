"""Laws of several variables in text and in data: what is read, what is refused and where, the way to JSON and back."""

import json

import pytest

from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.engine import batch_row, derive
from symbolic_info.kernel.check import check
from symbolic_info.language.parse import Unreadable, question
from symbolic_info.language.tree import decode, encode

READ = [
    "H(BivariateNormal(mu_1, mu_2, sigma_1, sigma_2, rho))",
    "KL(MultivariateNormal([m_1, m_2], [[a, c], [c, b]]), MultivariateNormal([0, 0], [[1, 0], [0, 1]]))",
    "I(MultivariateNormal([m_1, m_2], [[2, c], [c, b]]))",
    "H(Dirichlet(alpha_1, alpha_2, alpha_3))",
    "E(Dirichlet(1, 2, 3, 4), x*z)",
]
REFUSED = {
    "H(BivariateNormal(0, 0, 1, 1, 2))": ("rho of BivariateNormal must be between -1 and 1", "2))"),
    "H(BivariateNormal(0, 0, 1, 1))": ("takes 5 parameters", "BivariateNormal"),
    "H(MultivariateNormal([0, 0], [[1, 2], [2, 1]]))": ("must be positive definite", "[[1"),
    "H(MultivariateNormal([0, 0], [[a, c], [d, b]]))": ("must be symmetric", "d, b"),
    "H(MultivariateNormal([0, 0, 0], [[1, 0], [0, 1]]))": ("3 means need as many rows", "MultivariateNormal"),
    "KL(MultivariateNormal([0], [[1]]), MultivariateNormal([0, 0], [[1, 0], [0, 1]]))": (
        "must have the same number of variables",
        "MultivariateNormal([0, 0]",
    ),
    "H(Dirichlet(1, -1, 2))": ("alpha_2 of Dirichlet must be positive", "-1"),
    "H(Dirichlet(3))": ("2 to 9 positive shapes", "Dirichlet"),
    "I(Dirichlet(1, 2, 3, 4))": ("I needs a joint law of two variables", "Dirichlet"),
    "H(2*BivariateNormal(0, 0, 1, 1, 0))": ("a law of several variables", "2*"),
    "H(exp(Dirichlet(1, 2, 3)))": ("a law of several variables", "exp"),
}


@pytest.mark.parametrize("text", READ)
def test_what_is_read_is_said_and_kept(text):
    asked = question(text)
    assert question(str(asked.term)).term == asked.term
    assert decode(json.loads(json.dumps(encode(asked.term)))) == asked.term


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_law_is_refused_where_it_stands(text):
    message, place = REFUSED[text]
    with pytest.raises(Unreadable) as error:
        question(text)
    assert message in str(error.value)
    assert text[error.value.position :].startswith(place)


def test_conditions_are_understood_and_shown():
    shown = derive("H(MultivariateNormal([m_1, m_2], [[a, c], [c, b]]))").solution.given
    assert [f.text for f in shown] == ["a > 0", "b > 0", "ab − c² > 0"]


def test_a_law_of_one_variable_is_that_law():
    texts = ("KL(MultivariateNormal([m], [[v]]), Normal(m, sqrt(v)))", "KL(Dirichlet(a, b), Beta(a, b))")
    assert [batch_row({"question": t})["result"] for t in texts] == ["0", "0"]


@pytest.mark.parametrize("text", READ[:4])
def test_a_derivation_goes_to_json_and_back(text):
    theorem = derive(text).theorem
    again = derivation_from_json(json.loads(json.dumps(derivation_to_json(theorem.derivation))))
    assert check(again).claim == theorem.claim
