"""Definite things in the place of arbitrary ones: the facts choose them, and contradictions are said."""

from __future__ import annotations

from typing import Any

import pytest
from flint import arb
from sympy import Abs, Eq, Expr, Rational, Symbol, exp, log, oo, pi, sqrt
from sympy.core.symbol import Str

from symbolic_info.audit.instances import instance
from symbolic_info.audit.numeric import CannotEvaluate, evaluated, numbers, value
from symbolic_info.audit.peer import agrees
from symbolic_info.audit.points import Search
from symbolic_info.audit.steps import Audit, audit_lines
from symbolic_info.exact.given import Given
from symbolic_info.families import Bernoulli, Geometric, Normal
from symbolic_info.kernel.derivation import Derivation, calc
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import AddsOverIndependentEvents, AlmostSurely, Always, Covers, Falls, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import shifted
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.marginals import Conditional, Marginal, ProductLaw
from symbolic_info.language.models import Entry, Independent, Mixture, Model
from symbolic_info.language.operators import Integral, Product, Sum, Total, derivative
from symbolic_info.language.terms import KL, CrossEntropy, Entropy, SelfInformation, Value

R = Rational
i, c = Symbol("i", integer=True), Symbol("c", integer=True)
n, d = Symbol("n", integer=True, positive=True), Symbol("d", integer=True, positive=True)
t, r, theta = Symbol("t", positive=True), Symbol("r", positive=True), Symbol("theta", real=True)
P, Q, M = Law("p", of="any"), Law("q", of="any"), Law("p", of="counting")
p, q = P.density(x), Q.density(x)
QT = Model("q", theta)
J, G = Joint("X", "Y"), Joint("X", "Y", of="lebesgue")
X, Y = J.coordinates
GX, GY = Marginal(G, (X,)).density(x), Marginal(G, (Y,)).density(y)
INDEPENDENT = AlmostSurely(J, Eq(J.density(x, y), Marginal(J, (X,)).density(x) * Marginal(J, (Y,)).density(y)), (x, y))
DETERMINED = AlmostSurely(J, Eq(J.density(x, y), Marginal(J, (Y,)).density(y)), (x, y))
mu, sigma = Entry(Symbol("mu", real=True), i), Entry(Symbol("sigma", positive=True), i)
WEIGHT = (1 - t) * p + t * Law("r", of="any").density(x)
NAME = Str("J")


def run(chain: Derivation, **options: Any) -> Audit:
    return audit_lines(chain.lines, [step.relation for step in chain.steps], chain.given, **options)


RIGHT = {
    "equal almost surely": calc(KL(P, Q), given=[Covers(P, Q), AlmostSurely(P, Eq(p, q), x)]).eq(0, ()),
    "a point mass": calc(Entropy(M), given=[AlmostSurely(M, Eq(M.density(x), 1), x)]).eq(0, ()),
    "a constant": calc(M.expect(x**2), given=[AlmostSurely(M, Eq(x, c), x)]).eq(c**2, ()),
    "a certain event": calc(CrossEntropy(P, Q), given=[AlmostSurely(P, Eq(x, 2), x), Covers(P, Q)]).eq(
        -log(Q.density(2)), ()
    ),
    "independent": calc(entropy(J), given=[INDEPENDENT]).eq(entropy(J, X) + entropy(J, Y), ()),
    "determined": calc(mutual_information(J), given=[DETERMINED]).eq(entropy(J, X), ()),
    "positive at a point": calc(SelfInformation(M.density(c)), given=[M.density(c) > 0]).eq(-log(M.density(c)), ()),
    "positive everywhere": calc(log(Product(1, n, M.density(i), i)), given=[Always(M.density(i) > 0, i)]).eq(
        Sum(1, n, log(M.density(i)), i), ()
    ),
    "a model": calc(
        derivative(CrossEntropy(P, QT), theta), given=[Always(Covers(P, QT), theta), Finite(Entropy(P))]
    ).eq(derivative(KL(P, QT), theta), ()),
    "a mixture": calc(KL(P, Mixture(P, Law("r", of="any"), t)), given=[t < 1]).eq(P.expect(log(p) - log(WEIGHT)), ()),
    "a function of events": calc(
        Value(NAME, t * r), given=[t < 1, r < 1, AddsOverIndependentEvents(NAME), Falls(NAME)]
    ).eq(Value(NAME, t) + Value(NAME, r), ()),
    "a vector": calc(Sum(1, n, mu**2, i)).ge(0, ()),
    "coordinates": calc(KL(Independent(d, Normal(mu, sigma), i), Independent(d, Normal(0, 1), i))).eq(
        Sum(1, d, (mu**2 + sigma**2 - log(sigma**2) - 1) / 2, i), ()
    ),
    "a conditional law": calc(entropy(J, X, (Y,))).eq(
        Marginal(J, (Y,)).expect(Entropy(Conditional(J, (X,), (Y,), (y,))), y), ()
    ),
    "a total": calc(Entropy(P)).eq(Total(P, -p * log(p), x), ()),
    "a double sum": calc(mutual_information(J)).eq(KL(J, ProductLaw(J)), ()),
    "a double integral": calc(mutual_information(G)).eq(
        Total(G, G.density(x, y) * log(G.density(x, y) / (GX * GY)), (x, y)), ()
    ),
    "a joint density": calc(entropy(G)).eq(entropy(G, X) + entropy(G, Y, (X,)), ()),
    "a second derivative": calc(derivative(derivative(Entropy(Bernoulli(t)), t), t), given=[t < 1]).eq(
        -1 / (t * (1 - t)), ()
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_right_chains_agree_to_thirty_digits(name: str) -> None:
    found = run(RIGHT[name])
    assert (found.ok, found.reason, found.no_instance) == (True, "", False)
    assert found.digits is not None
    assert found.digits >= 30
    assert found.points >= (name != "a point mass") + 1
    assert found.lines_checked == len(RIGHT[name].lines)


@pytest.mark.parametrize("name", sorted(set(RIGHT) - {"a point mass", "a function of events"}))
def test_the_same_chains_with_a_slip_are_caught(name: str) -> None:
    chain = RIGHT[name]
    wrong = [*chain.lines[:-1], chain.lines[-1] + R(1, 10**15)]
    relations = ["=" for _ in chain.steps] if name != "a vector" else ["<"]
    assert not audit_lines(wrong, relations, chain.given).ok


WITHOUT = {
    "equal almost surely": calc(KL(P, Q), given=[Covers(P, Q)]).eq(0, ()),
    "independent": calc(entropy(J)).eq(entropy(J, X) + entropy(J, Y), ()),
    "determined": calc(mutual_information(J)).eq(entropy(J, X), ()),
    "another logarithm": calc(Value(NAME, t), given=[AddsOverIndependentEvents(NAME), Falls(NAME)]).eq(-log(t), ()),
    "a joint density": calc(mutual_information(G)).eq(0, ()),
    "a mixture": calc(KL(P, Mixture(P, Q, t)), given=[t < 1]).eq(t * KL(P, Q), ()),
    "coordinates": calc(KL(Independent(d, Normal(mu, sigma), i), Independent(d, Normal(0, 1), i))).eq(
        KL(Normal(mu.xreplace({i: R(1)}), sigma.xreplace({i: R(1)})), Normal(0, 1)), ()
    ),
}


@pytest.mark.parametrize("name", WITHOUT)
def test_without_their_assumptions_they_are_false(name: str) -> None:
    assert not run(WITHOUT[name]).ok


CONTRADICTIONS = {
    "a relation": [Entropy(P) < 0, Entropy(P) > 0],
    "a point mass and its entropy": [AlmostSurely(M, Eq(M.density(x), 1), x), Entropy(M) > 1],
    "symbols": [t < 0],
    "a certain event that is impossible": [AlmostSurely(M, Eq(x, c), x), Eq(M.density(c), R(1, 2))],
    "impossible for every parameter": [Always(theta > 0, theta), Finite(Entropy(P))],
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_contradictory_assumptions_have_no_instance(name: str) -> None:
    about = M if name != "a relation" else P
    found = audit_lines([Entropy(about) * t, R(0)], ["="], Given(frozenset(CONTRADICTIONS[name])))
    assert found.ok
    assert found.no_instance
    assert found.digits is None
    assert found.reason.startswith("could not run: no instance satisfies the assumptions (")
    assert "contradict each other" in found.reason


def test_what_numbers_cannot_tell_is_no_contradiction() -> None:
    hard = Finite(Integral(0, oo, exp(-theta) * sqrt(x) ** x, x))
    facts = {hard, Finite(Entropy(Joint(*"XYZ", of="lebesgue")))}
    found = audit_lines([Entropy(P) * theta, R(0)], ["="], Given(frozenset(facts)))
    assert not found.no_instance
    assert found.reason.startswith("could not run: no admissible point or instance was found")


def test_three_continuous_coordinates_have_no_instance() -> None:
    found = run(calc(Entropy(Joint("X", "Y", "Z", of="lebesgue"))).ge(0, ()))
    assert found.reason.startswith("could not run: line 1")
    assert found.digits is None


def test_an_instance_reaches_what_a_binder_binds() -> None:
    chosen = instance([derivative(KL(P, QT), theta)], [], 1, 0)
    put = chosen.put(derivative(KL(P, QT), theta))
    assert not put.atoms(Model, Law)
    assert put.body.has(put.variable)
    assert put.free_symbols == {theta}


def test_instances_are_the_same_again() -> None:
    chain = RIGHT["a model"]
    first, second = (list(Search(chain.lines, chain.given, 3, 0)) for _ in range(2))
    assert first == second
    assert len(first) == 3


def test_a_head_without_a_definition_has_no_value() -> None:
    for e in (Value(NAME, R(1, 2)), log(Value(NAME, R(1, 2))), derivative(Value(NAME, t), t, R(1, 2))):
        with pytest.raises(CannotEvaluate, match="Value has no value"):
            value(e, 20)


def test_logarithms_on_the_half_line_stay_real() -> None:
    v = Symbol("v", real=True)
    assert evaluated(Integral(0, oo, exp(-(log(v) ** 2)) / v, v) - sqrt(pi), 30).contains(0)
    assert evaluated(Integral(1, oo, exp(-(log(v) ** 2)) / v, v) - sqrt(pi) / 2, 30).contains(0)
    assert evaluated(Integral(-oo, 0, exp(-(log(-v) ** 2)) / Abs(v), v) - sqrt(pi), 30).contains(0)


def test_a_square_of_what_may_be_zero_is_a_number() -> None:
    almost = arb(0, 1e-30)
    square = numbers(20).function(x**2 + x**5, (x,))((almost,))
    assert square.contains(0)
    assert square < arb("1e-59")


def test_a_shifted_count_is_a_definite_law() -> None:
    assert value(Entropy(shifted(Geometric(R(1, 2)), 3)), 30) == value(Entropy(Geometric(R(1, 2))), 30)
    assert evaluated(shifted(Geometric(R(1, 2)), 3).expect(x) - 4, 30).contains(0)


def test_mpmath_is_a_second_opinion() -> None:
    e: Expr = log(3) / 7 + sqrt(pi)
    ball = evaluated(e, 40)
    assert agrees(e, ball, 40)
    assert agrees(e + R(1, 10**38), ball, 40) is False
    assert agrees(Entropy(Bernoulli(R(1, 2))), ball, 40) is None
    found = run(calc(Entropy(Bernoulli(t)), given=[t < 1]).eq(-t * log(t) - (1 - t) * log(1 - t), ()))
    assert found.mpmath == found.points == 5
