"""The checker: what it accepts, and above all what it refuses."""

import pytest
from sympy import (
    Rational,
    Symbol,
    exp,
    log,
    oo,
    symbols,
)

from symbolic_info.families import Normal, Uniform
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.operators import Integral, Limit, Maximum, Minimum, Sum
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.rules import RULES

algebra, definition, linearity, tilting, support, jensen, log_tangent, stationary_point, limits, normalisation = (
    RULES[n] for n in (
        "algebra", "definition", "linearity", "tilting", "support", "jensen", "log_tangent", "stationary_point",
        "limits", "normalisation",
    )
)  # fmt: skip
a, b, v = symbols("a b v", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
n = Symbol("n", integer=True, positive=True)
i = Symbol("i", integer=True)
N01, half = Normal(0, 1), Rational(1, 2)


def refused(derivation, match=None):
    with pytest.raises(Rejected, match=match) as why:
        check(derivation)
    return str(why.value)


def test_equalities_chain():
    theorem = check(calc(log(p * q)).eq(log(p) + log(q), by=algebra).eq(log(q) + log(p), by=algebra))
    assert (theorem.claim.left, theorem.claim.relation, theorem.claim.right) == (log(p * q), "=", log(p) + log(q))
    assert theorem.status == "proved" and theorem.rules == ("algebra",)


@pytest.mark.parametrize(
    ("relation", "other"), [("<", p), ("<=", p), (">", p - 1), (">=", p - 1), ("<=", 2 * p), ("<", p + q)]
)
def test_each_relation_is_shown_by_signs(relation, other):
    start = p - half
    assert check(calc(start).then(relation, other, algebra)).claim.relation == relation
    flipped = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[relation]
    refused(calc(start).then(flipped, other, algebra), "step 1")
    refused(calc(start).then("=", other, algebra), "step 1")


STRICT = [
    (("<=", "<"), "<"),
    (("<", "="), "<"),
    (("=", "<="), "<="),
    (("<", "<="), "<"),
    (("=", "="), "="),
    ((">=", ">", "="), ">"),
]


@pytest.mark.parametrize(("relations", "whole"), STRICT)
def test_a_chain_is_strict_when_one_step_is(relations, whole):
    chain, here = calc(p), p
    for r in relations:
        here = here if r == "=" else here + s if r[0] == "<" else here - s
        chain = chain.then(r, here, algebra)
    assert check(chain).claim.relation == whole


@pytest.mark.parametrize("pair", [("<=", ">="), ("<", ">"), ("<", ">="), (">", "<=")])
def test_a_chain_in_two_directions_is_refused(pair):
    chain = calc(p).then(pair[0], p + s if pair[0][0] == "<" else p - s, algebra)
    chain = chain.then(pair[1], p - 2 * s if pair[1][0] == ">" else p + 2 * s, algebra)
    refused(chain, "both")


@pytest.mark.parametrize("relation", ["==", "≤", "", "!=", "=<", "in"])
def test_other_relations_are_refused(relation):
    refused(Derivation(p, (Step(relation, p, (algebra,)),)), "no (relation|step)")


def test_equal_lines_are_not_strictly_ordered():
    refused(calc(p).lt(p, by=algebra))
    refused(calc(p).gt(p, by=algebra))
    refused(calc(a**2).gt(0, by=algebra))
    assert check(calc(p).le(p, by=algebra)).claim.relation == "<="
    assert check(calc(a**2).ge(0, by=algebra)).claim.relation == ">="


def test_a_wrong_line_is_refused_and_its_step_named():
    right = calc(Entropy(Normal(a, s))).eq(Normal(a, s).expect(-Normal(a, s).log_density(x)), by=definition)
    value = log(2 * s**2 * symbols("t", positive=True))
    message = refused(right.eq(value, by=(linearity, tilting)), "step 2")
    assert "by linearity, tilting one gets" in message


def test_the_first_wrong_step_is_named():
    chain = calc(p).eq(p + 0, by=algebra).eq(p + 1, by=algebra).eq(p + 2, by=algebra)
    refused(chain, "^step 2")


def test_an_equation_needs_its_rule():
    e = calc(Entropy(Normal(a, s)))
    made = Normal(a, s).expect(-Normal(a, s).log_density(x))
    check(e.eq(made, by=definition))
    refused(e.eq(made, by=linearity))
    refused(e.eq(made, by=algebra))
    refused(e.eq(made, by=()))
    refused(calc(N01.expect(x)).eq(0, by=linearity))


def test_a_step_works_in_both_directions():
    E = N01.expect
    check(calc(E(x + x**2)).eq(E(x) + E(x**2), by=linearity))
    check(calc(E(x) + E(x**2)).eq(E(x + x**2), by=linearity))


def test_the_rules_of_a_theorem_are_all_that_it_rests_on():
    theorem = check(calc(N01.expect(x + x**2)).eq(1, by=(linearity, tilting)))
    assert set(theorem.rules) >= {"linearity", "tilting"}
    assert any(isinstance(c, Finite) for c in theorem.conditions)


def test_facts_decide():
    chain = calc(b - a).gt(0, by=algebra)
    refused(chain)
    assert check(calc(b - a, given=[a < b]).gt(0, by=algebra)).status == "proved"


def test_inequalities_by_rules_keep_their_direction_under_signs():
    assert check(calc(log(p)).le(p - 1, by=log_tangent)).equality
    check(calc(2 * log(p)).le(2 * p - 2, by=log_tangent))
    check(calc(-log(p)).ge(1 - p, by=log_tangent))
    check(calc(p - 1).ge(log(p), by=log_tangent))
    check(calc(u * log(p)).le(u * (p - 1), by=log_tangent))
    refused(calc(log(p)).ge(p - 1, by=log_tangent))
    refused(calc(-log(p)).le(1 - p, by=log_tangent))
    refused(calc(a * log(p)).le(a * (p - 1), by=log_tangent))
    refused(calc(log(p) ** 2).le((p - 1) ** 2, by=log_tangent))
    refused(calc(log(p)).lt(p - 1, by=log_tangent))
    refused(calc(exp(log(p) * log(q))).le(exp((p - 1) * log(q)), by=log_tangent))


def test_a_strict_inequality_holds_only_with_a_strict_coefficient():
    assert check(calc(2 * p * log(q)).lt(2 * p * (q - 1) + s, by=log_tangent)).claim.relation == "<"
    refused(calc(u * log(p)).lt(u * (p - 1), by=log_tangent))


def test_an_equality_inside_an_inequality_is_shown_in_its_own_scope():
    """The p of the extremum is not the p > 1 of the facts."""
    D, E = KL(Uniform(0, 1), Uniform(0, p)), Uniform(0, 1).expect(log(p))
    inside = calc(Minimum(0, 3, D, p), given=[p > 1])
    refused(inside.eq(Minimum(0, 3, E, p), by=definition))
    refused(inside.le(Minimum(0, 3, E, p), by=definition))
    refused(inside.ge(Minimum(0, 3, E, p), by=definition))
    check(calc(Minimum(1, 3, D, p)).eq(Minimum(1, 3, E, p), by=definition))


def test_limits_and_extrema_in_chains():
    f = -p * log(p) - (1 - p) * log(1 - p)
    assert check(calc(Maximum(0, 1, f, p)).eq(log(2), by=stationary_point(half))).status == "proved"
    refused(calc(Maximum(0, 1, f, p)).eq(log(2), by=stationary_point(Rational(1, 3))))
    assert check(calc(Limit(0, 1, p * log(p), p)).eq(0, by=limits)).status == "proved"
    refused(calc(Limit(0, 1, p * log(p), p)).eq(1, by=limits))


WITNESSES = [(), (half, half), (half, half, half), (oo,), (Normal(0, 1),), (1,), (a < b,)]


@pytest.mark.parametrize("witness", WITNESSES, ids=str)
def test_a_rule_with_a_witness_that_is_none_is_refused(witness):
    f = Maximum(0, 1, -p * log(p), p)
    refused(calc(f).eq(half, by=stationary_point(*witness)))
    refused(calc(Integral(0, 1, v, v)).eq(half, by=RULES["antiderivative"](*witness)))
    refused(calc(Sum(0, n, i, i)).eq(half, by=RULES["telescoping"](*witness)))
    refused(calc(N01.expect(x)).eq(half, by=RULES["score"](*witness)))


def test_a_witness_for_a_rule_that_takes_none_is_refused():
    refused(calc(N01.expect(x)).eq(0, by=tilting(half)))


def test_unused_reasons_do_no_harm_but_do_not_help():
    assert check(calc(p).eq(p, by=(jensen, normalisation, algebra))).status == "proved"
    refused(calc(p).eq(q, by=(jensen, normalisation, algebra)))
