"""What a solution says, before any format."""

import pytest
from sympy import Symbol, log

from symbolic_info.families.discrete_uniform import DiscreteUniform
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.distribution import Law
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.render.prose import spoken
from symbolic_info.render.solution import solution

from .conftest import Numbers, definition, linearity, theorem


def texts(solution):
    return [line.text for line in solution.lines]


def test_gaussian_reads_as_in_a_textbook(solutions):
    s = solutions["normal"]
    assert spoken(s.statement) == "Let P = N(μ₁, σ₁²) and Q = N(μ₂, σ₂²). Derive D(P ‖ Q)."
    assert [f.text for f in s.given] == ["σ₁ > 0", "σ₂ > 0"]
    assert [f.spelling for f in s.given] == ["sigma_1 > 0", "sigma_2 > 0"]
    assert texts(s)[-1] == "log(σ₂/σ₁) + (σ₁² + (μ₁ − μ₂)²)/(2σ₂²) − ½"
    assert spoken(s.lines[0].reason) == "definition of D(P ‖ Q)"
    assert spoken(s.lines[2].reason) == "linearity, moments"
    assert [line.number for line in s.lines] == [1, 2, 3]
    assert s.conclusion.text == "D(P ‖ Q) = " + texts(s)[-1]


def test_evidence_is_named(solutions):
    assert [c.name for c in solutions["normal"].evidence] == ["checked exactly", "rests on", "numbers", "a value"]
    assert "31 digits" in spoken(solutions["normal"].evidence[2].words)


def test_inequality_says_when_it_is_an_equality(solutions):
    s = solutions["coin"]
    assert spoken(s.statement) == "Let P = Bernoulli(φ). Show that H(P) ≤ log 2."
    assert spoken(s.equality) == "Equality holds exactly when φ = ½."
    assert spoken(s.aside) == "Here Q = Bernoulli(½)."
    assert [f.text for f in s.given] == ["0 < φ < 1"]
    assert s.title == "H(Bernoulli(φ)) ≤ log 2"


def test_random_variables_of_an_arbitrary_law(solutions):
    s = solutions["scaling"]
    assert spoken(s.statement) == "Let X have density f. Show that H(aX) = H(X) + log a."
    assert spoken(s.aside) == "Here Y = aX."
    assert texts(s)[0] == "E[−log(f(Y/a)/a)]"
    assert [f.text for f in s.given] == ["a > 0", "E[log f(X)] is finite"]


def test_whole_numbers(solutions):
    assert [f.text for f in solutions["vacuous"].given] == ["k ∈ {1, 2, …}"]


def test_vacuous_is_never_called_proved(solutions):
    s = solutions["vacuous"]
    failed = [c.name for c in s.evidence if not c.passed]
    assert failed == ["vacuous", "numbers"]


def test_an_audit_that_could_not_run_says_so():
    s = solution(a_theorem(), audit=Numbers(points=0, digits=None, reason="no value from the definition"))
    check = s.evidence[-1]
    assert (check.name, check.mark, spoken(check.words)) == ("numbers", "–", "no value from the definition")


def test_steps_that_print_alike_are_one_line(solutions):
    k = Symbol("k", integer=True, positive=True)
    chain = calc(Entropy(DiscreteUniform(k))).eq(log(k), definition).eq(log(k), linearity)
    (line,) = solution(theorem(chain)).lines
    assert (spoken(line.reason), line.rules) == ("definition of H(P), linearity", ("definition", "linearity"))


def test_a_letter_is_not_given_twice():
    k = Symbol("k", integer=True, positive=True)
    p = Law("p", outcomes=k)
    s = solution(theorem(calc(Entropy(p)).eq(log(k) - KL(p, DiscreteUniform(k)), definition)))
    assert spoken(s.statement) == ("Let P have mass function p on k outcomes. Show that H(P) = log k − D(P ‖ Q).")
    assert spoken(s.aside) == "Here Q = DiscreteUniform(k)."


def a_theorem():
    k = Symbol("k", integer=True, positive=True)
    return theorem(calc(Entropy(DiscreteUniform(k))).eq(log(k), definition))


def test_joint_laws(solutions):
    s = solutions["mutual"]
    assert spoken(s.statement) == "Show that I(X; Y) = H(X) − H(X | Y)."
    assert texts(s)[0] == "D(p(x, y) ‖ p(x)p(y))"


@pytest.mark.parametrize("method", ["_repr_html_", "_repr_latex_", "_repr_markdown_"])
def test_notebooks(solutions, method):
    for s in solutions.values():
        assert getattr(s, method)()
