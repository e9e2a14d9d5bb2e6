"""Bad questions through the command line: what is wrong, where, and never a wrong answer or a crash."""

from __future__ import annotations

import json

import pytest
from commands import clean, run

from symbolic_info.engine import batch_row, derive
from symbolic_info.language.bounds import Unreadable
from symbolic_info.language.parse import question

# A question, perhaps with conditions after ;; , its place of error marked by », and what the message says.
BAD = {
    # a parameter outside of its domain
    "H(Normal(mu, »-1))": "sigma of Normal must be positive, not -1",
    "H(Normal(mu, »0))": "sigma of Normal must be positive, not 0",
    "H(Normal(mu, »pi - 4))": "sigma of Normal must be positive, not -4 + pi",
    "H(Bernoulli(»2))": "phi of Bernoulli must be between 0 and 1, not 2",
    "H(Bernoulli(»1.5))": "phi of Bernoulli must be between 0 and 1, not 3/2",
    "H(Uniform(2, »1))": "Uniform(2, 1) is no law: it needs a < b",
    "H(Uniform(c, »c))": "Uniform(c, c) is no law: it needs a < b",
    "H(DiscreteUniform(»5/2))": "k of DiscreteUniform must be a positive whole number, not 5/2",
    "H(Erlang(»2.5, 1))": "k of Erlang must be a positive whole number, not 5/2",
    "H(Exponential(»oo))": "lambda of Exponential must be a finite number",
    "H(Exponential(»sqrt(-1)))": "not a real number",
    "H(Exponential(1/»0))": "division by zero",
    "H(BSC(p, »2))": "epsilon of BSC must be between 0 and 1, not 2",
    "H(BEC(»-1/2, epsilon))": "p of BEC must be between 0 and 1, not -1/2",
    "SelfInformation(»3/2)": "above 0 and at most 1, not 3/2",
    # probabilities
    "H(Categorical(»1/2, 1/3))": "the probabilities of Categorical add up to 5/6, not to 1",
    "H(Categorical(»1/3, 1/3, 0.3333))": "add up to 29999/30000, not to 1",
    "H(Categorical(»p_1, 1/2, 1/2, q))": "add up to p_1 + q + 1, not to 1",
    "H(Categorical(»3/2, -1/2))": "a probability of Categorical must be between 0 and 1, not 3/2",
    "I(Table(»[[1/2, 1/4]]))": "the probabilities of Table add up to 3/4, not to 1",
    "I(Table(»[[0.1, 0.2], [0.3, 0.3]]))": "the probabilities of Table add up to 9/10, not to 1",
    "I(Table([[1/2, »-1/4], [1/2, 1/4]]))": "a probability of Table must be between 0 and 1, not -1/4",
    # lists and sizes
    "I(Table([[1/2, 1/4], »[1/4]]))": "the rows of Table must be of one length: the first has 2 entries, this one 1",
    "I(Table(»[]))": "Table is empty",
    "H(Table([»1/2, 1/2]))": "each row is a list",
    "H(Normal(»[0, 0], 1))": "mu of Normal must be a number, not a list",
    "KL(Table([[1/2, 1/2]]), »Table([[1/2], [1/2]]))": "of one size: the first has 1 by 2 cells, this 2 by 1 cells",
    "KL(Categorical(1/2, 1/2), »Categorical(1/3, 1/3, 1/3))": "the first has 2 outcomes, this 3 outcomes",
    "KL(Table([[1/2, 1/2]]), »Normal(0, 1))": "number of variables: Table([[1/2, 1/2]]) has 2, Normal(0, 1) has 1",
    "KL(Joint(X, Y), »Joint(X, Z))": "the first has the variables X, Y, this the variables X, Z",
    "CE(Normal(0, 1), »BSC(p, epsilon))": "the same number of variables",
    "KL(BSC(p, epsilon), »Table([[1/4, 1/4], [0, 1/2]]))": "a table counts from 1, a channel its bits from 0",
    "Var(»BSC(p, epsilon))": "Var needs the law of one variable, and BSC(p, epsilon) has 2",
    # vectors and matrices
    "H(MultivariateNormal([0, 0], »[[1, 2], [2, 1]]))": "Sigma of MultivariateNormal must be positive definite",
    "H(MultivariateNormal([0, 0], »[[1, 1], [1, 1]]))": "the minor of rows and columns 1, 2 is 0",
    "H(MultivariateNormal([0, 0], [[1, 0], [»1, 1]]))": "must be symmetric: row 1, column 2 has 0",
    "H(MultivariateNormal([0, 0], »[[1, 0]]))": "Sigma of MultivariateNormal must be square, not 1 by 2",
    "H(MultivariateNormal([0, 0], [[»-1, 0], [0, 1]]))": "row 1, column 1 of Sigma of Multivariate",
    "H(MultivariateNormal([0, 0], [»1, 1]))": "each row is a list",
    "H(»MultivariateNormal([0, 0], [[1]]))": "2 means need as many rows and columns",
    "H(MultivariateNormal(»2, 3))": "mu of MultivariateNormal must be the name of a vector, or 0",
    "H(MultivariateNormal([1, 2], »Sigma))": "Sigma of MultivariateNormal must be a list such as [[a, c], [c, b]]",
    "KL(MultivariateNormal(mu, Sigma), »Normal(0, 1))": "MultivariateNormal(mu, Sigma) has n, Normal(0, 1) has 1",
    "KL(MultivariateNormal([0], [[1]]), »MultivariateNormal([0, 0], [[1, 0], [0, 1]]))": "the same number of variables",
    "KL(MultivariateNormal([0, 0], [[1, 0], [0, 1]]), »Normal(0, 1))": "the same number of variables",
    "H(BivariateNormal(0, 0, 1, 1, »1))": "rho of BivariateNormal must be between -1 and 1, not 1",
    "KL(Dirichlet(1, 2), »Dirichlet(1, 2, 3))": "the first has 2 shapes, this 3 shapes",
    "H(Dirichlet(1, »0))": "alpha_2 of Dirichlet must be positive, not 0",
    "H(»exp(BSC(p, epsilon)))": "BSC(p, epsilon) is a law of several variables",
    # the number of parameters, their names
    "H(»Normal(mu))": "Normal takes 2 parameters (mu, sigma), not 1",
    "H(»Normal(mu, sigma, tau))": "Normal takes 2 parameters (mu, sigma), not 3",
    "H(»Normal())": "Normal takes 2 parameters (mu, sigma), not 0",
    "H(»Normal)": "Normal needs its parameters",
    "H(»BSC(p))": "BSC takes 2 parameters (p, epsilon), not 1",
    "H(Normal(»mu=0, sigma=1))": "Normal takes its parameters in order",
    "H(»Law(f, g))": "Law takes 1 parameter (f), not 2",
    "H(Law(»3))": "f of Law must be a name",
    "»KL(Normal(0, 1))": "KL takes 2 arguments, not 1",
    "»I(BSC(p, epsilon), BSC(p, epsilon))": "I takes 1 argument, not 2",
    # names that are not known
    "H(»Nrmal(0, 1))": "unknown law Nrmal; did you mean Normal?",
    "H(»Gaussian(0, 1))": "unknown law Gaussian; did you mean Normal?",
    "H(»Foo(0, 1))": "unknown law Foo",
    "»Entropy(Normal(0, 1))": "did you mean H?",
    "»Kl(Normal(0, 1), Normal(0, 1))": "did you mean KL?",
    "H(»P)": "P is a name, where a law is needed",
    "H(BSC(p, epsilon), given=»Z)": "Z is no variable of BSC(p, epsilon)",
    "H(BSC(p, epsilon), »gven=Y)": "nothing is called gven here; did you mean given?",
    "H(BSC(p, epsilon), given=X, »given=Y)": "given stands once",
    "H(Normal(0, 1), given=»Y)": "given needs a joint law, and Normal(0, 1) has one variable",
    "I(»Normal(0, 1))": "joint law",
    "H(Bernoulli(p), »Bernoulli(q))": "the cross-entropy of two laws is CE(P, Q)",
    # no question
    "»Normal(0, 1)": "this is a law, where a formula is needed",
    "»2 + 2": "this asks for no quantity",
    "H»(Normal(0, 1)": "never closed",
    "H(Normal(0 »1))": "unexpected '1'",
    "H(Normal(0, 1)) »= 1": "unexpected '='",
    "H(Normal(0, 1)) +»": "the text ends too early",
    "max(H(Bernoulli(p)), »q)": "q is no parameter",
    # conditions
    "H(Bernoulli(p)) ;; »p = 0": "this condition can never hold: p is between 0 and 1",
    "H(Normal(mu, sigma)) ;; »sigma < 0": "this condition can never hold: sigma is positive",
    "H(DiscreteUniform(n)) ;; »n < 1": "this condition can never hold: n is a positive whole number",
    "H(Gamma(alpha, beta)) ;; »2 < 1": "this condition can never hold",
    "H(Gamma(alpha, beta)) ;; »gamma > 1": "unknown name gamma",
    "H(Gamma(alpha, beta)) ;; alpha»": "the text ends too early",
}


# Conditions that contradict each other, or what the laws need: nothing is derived from them.
CONTRADICTED = {
    "H(Bernoulli(p)) ;; p > 1": "the condition p > 1 contradicts what is known: p < 1",
    "H(Uniform(a, b)) ;; b <= a": "the condition b ≤ a contradicts what is known: a < b",
    "H(Uniform(b, a)) ;; a < b": "the condition a < b contradicts what is known: b < a",
    "H(Uniform(a, b)) ;; a > 2 ;; b < 1": "the condition b < 1 contradicts what is known: a < b and a > 2",
    "H(Gamma(alpha, beta)) ;; alpha > 3 ;; alpha < 2": "the condition α < 2 contradicts what is known: α > 3",
    "H(Gamma(alpha, beta)) ;; alpha = 1 ;; alpha = 2": "the condition α = 2 contradicts what is known: α = 1",
    "H(Categorical(p_1, p_2)) ;; p_1 = 1/2 ;; p_2 = 1/3": "p₂ = 1/3 contradicts what is known: p₁ + p₂ = 1 and p₁ = ½",
    "H(BSC(p, epsilon)) ;; p + epsilon > 2": "contradicts what is known: p < 1 and ε < 1",
    "KL(Uniform(a, b), Uniform(b, a))": "the laws of this question contradict each other: b < a and a < b",
}


def taken(marked: str) -> tuple[str, list[str], str, int]:
    """The question, its conditions, the text with the error, and the place in it."""
    asked, *given = marked.split(" ;; ")
    wrong = next(t for t in (asked, *given) if "»" in t)
    return asked.replace("»", ""), [g.replace("»", "") for g in given], wrong.replace("»", ""), wrong.index("»")


@pytest.mark.parametrize("marked", BAD)
def test_what_is_wrong_is_said_with_its_place(marked):
    asked, given, text, place = taken(marked)
    with pytest.raises(Unreadable) as error:
        derive(asked, given)
    assert BAD[marked] in error.value.message
    assert (error.value.text, error.value.position) == (text, place)


@pytest.mark.parametrize("marked", list(BAD)[::6])
def test_the_command_line_shows_the_place_and_ends_with_2(marked):
    asked, given, text, place = taken(marked)
    result = clean(run("derive", asked, *(part for g in given for part in ("--given", g))), 2)
    message, line, caret, *_ = result.stderr.splitlines()
    assert BAD[marked] in message and result.stdout == ""
    assert line == f"  {text}" and caret == " " * (2 + place) + "^"


@pytest.mark.parametrize("said", CONTRADICTED)
def test_conditions_that_contradict_each_other_prove_nothing(said):
    asked, *given = said.split(" ;; ")
    made = derive(asked, given)
    assert (made.status, made.theorem) == ("unknown", None) and CONTRADICTED[said] in made.reason
    result = clean(run("derive", asked, *(part for g in given for part in ("--given", g))), 3)
    assert result.stdout == "" and "could not decide" in result.stderr


def test_a_bad_row_of_a_batch_is_unreadable_and_spoils_no_other(tmp_path):
    rows = [{"id": 0, "question": "H(Bernoulli(1/2))"}]
    for marked in BAD:
        asked, given, _, _ = taken(marked)
        rows.append({"id": len(rows), "question": asked, "given": given})
    rows.append({"id": len(rows), "question": "H(Bernoulli(1/2))"})
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    out = [json.loads(line) for line in clean(run("derive", "--batch", str(path))).stdout.splitlines()]
    assert [r["id"] for r in out] == [r["id"] for r in rows]
    assert [out[0]["status"], out[-1]["status"]] == ["proved", "proved"]
    for marked, row in zip(BAD, out[1:-1], strict=True):
        assert row["status"] == "unreadable" and row["result"] is None, marked
        assert BAD[marked] in row["reason"] and "^" in row["reason"]


ROWS = [
    {"question": 3},
    {"question": ["H(P)"]},
    {"given": ["a < b"]},
    {},
    {"question": "H(Bernoulli(p))", "given": "p > 0"},
    {"question": "H(Bernoulli(p))", "given": [1]},
    {"question": "H(Bernoulli(p))", "unit": "bananas"},
    {"question": "H(Bernoulli(p))", "unit": 7},
]


@pytest.mark.parametrize("data", ROWS)
def test_a_row_that_is_no_question_is_unreadable(data):
    assert batch_row(data)["status"] == "unreadable"


GOOD = [
    "H(Bernoulli(0.5))",
    "H(Categorical(0.3, 0.7))",
    "H(Categorical(p, 0))",
    "H(BSC(1/2, 0))",
    "H(Exponential(1e-3))",
]


@pytest.mark.parametrize("asked", GOOD)
def test_decimals_are_exact_and_zero_probabilities_are_read(asked):
    made = derive(asked)
    assert made.status == "proved" and not made.theorem.claim.right.atoms(float)


def test_a_search_that_breaks_is_undecided(monkeypatch):
    def breaks(*_):
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr("symbolic_info.engine.closed_form", breaks)
    made = derive("H(Bernoulli(p))")
    assert made.status == "unknown" and "by accident" in made.reason
    assert clean(run("derive", "H(Bernoulli(p))"), 3).stdout == ""


def test_a_reason_has_the_names_of_the_question():
    made = derive("E(Normal(0, 1), log(x))")
    assert made.status == "unknown" and made.reason == "log(x) is not known to be a real number"


def test_conditions_that_hold_together_are_left_alone():
    for asked, given in [
        ("KL(Uniform(a_1, b_1), Uniform(a_2, b_2))", ["a_2 <= a_1 < b_1 <= b_2"]),
        ("H(Gamma(alpha, beta))", ["alpha integer", "1 < alpha < 5"]),
        ("H(Categorical(p_1, p_2))", ["p sums to 1", "p_1 = 1/2", "p_2 = 1/2"]),
        ("KL(Pareto(x_m, alpha), Exponential(lambda))", ["alpha > 1"]),
    ]:
        assert question(asked, given) and derive(asked, given).status == "proved", asked


def test_all_that_is_assumed_of_a_whole_number_is_said():
    made = derive("H(Gamma(alpha, beta))", ["alpha integer", "1 < alpha < 5"])
    assert made.solution.given[0].spelling == "1 < alpha < 5, alpha integer"
