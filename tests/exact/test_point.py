"""Admissible points: every fact holds exactly at them, and contradictory facts have none."""

import pytest
from sympy import Eq, Ne, Rational, Symbol, exp, log, symbols

from symbolic_info.exact.given import Given
from symbolic_info.exact.point import admissible_point
from symbolic_info.families import Bernoulli, Categorical, Uniform
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.terms import Entropy

a, b, c, d = symbols("a b c d", real=True)
p, q, r, t = symbols("p q r t", positive=True)
u = Symbol("u", nonnegative=True)
n, k = symbols("n k", integer=True, positive=True)
q1, q2, q3 = symbols("q_1 q_2 q_3", real=True)

SATISFIABLE = {
    "nothing": [],
    "order": [a < b],
    "chain": [a < b, b < c, c < d],
    "nested": [c <= a, a < b, b <= d],
    "unit": [p < 1],
    "units": [p < 1, q < 1, p < q],
    "interval": [a > -1, a < 1],
    "narrow": [a > Rational(99, 100), a < 1],
    "above": [p > 2],
    "sum": [p + q < 1],
    "sums to one": [Eq(p + q, 1)],
    "two of a simplex": [q1 >= 0, q2 >= 0, Eq(q1 + q2, 1)],
    "three of a simplex": [q1 >= 0, q2 >= 0, q3 >= 0, Eq(q1 + q2 + q3, 1)],
    "three positive of a simplex": [Eq(p + q + r, 1)],
    "determinant": [p * q > c**2],
    "not equal": [Ne(a, b)],
    "whole": [n > 3, k < n],
    "equation": [Eq(a, 2 * b + 1)],
    "of a logarithm": [log(p) < 0],
    "of an exponential": [exp(a) > 2],
    "square": [a**2 < 2],
}
CONTRADICTORY = {
    "order": [a < b, b < a],
    "weak and strict": [a <= b, b < a],
    "chain": [a < b, b < c, c < a],
    "empty interval": [a > 1, a < 1],
    "square": [a**2 < 0],
    "sum of squares": [a**2 + b**2 < 0],
    "equations": [Eq(a, b), Eq(a, b + 1)],
    "equation and order": [Eq(a, b), a < b],
    "whole": [n > 2, n < 3],
    "positive sum": [p + q < 0],
    "simplex": [Eq(p + q, 1), p > 1],
    "not equal": [Eq(a, b), Ne(a, b)],
    "nonnegative": [u + p <= 0],
    "determinant": [p * q < 0],
}  # fmt: skip


def facts(relations):
    return Given() | relations


@pytest.mark.parametrize("name", SATISFIABLE)
def test_a_point_satisfies_every_fact_exactly(name):
    given = facts(SATISFIABLE[name])
    lines = [sum((s for c in given.facts for s in c.free_symbols), a + p + n)]
    for seed in range(4):
        point = admissible_point(given, lines, seed=seed)
        assert point is not None
        assert set(point) >= lines[0].free_symbols
        for fact in given.facts:
            here = fact.xreplace(point)
            gap = here.lhs - here.rhs if here.has(log, exp) else None
            assert here == True if gap is None else Given().proves(here)  # noqa: E712 — SymPy's true
        for symbol, value in point.items():
            assert value.is_Rational and value.is_real
            for name_, holds in symbol.assumptions0.items():
                if name_ in ("positive", "nonnegative", "negative", "integer", "zero", "nonpositive"):
                    assert getattr(value, f"is_{name_}") == holds, (symbol, value, name_)


@pytest.mark.parametrize("name", CONTRADICTORY)
def test_contradictory_facts_have_no_point(name):
    assert admissible_point(facts(CONTRADICTORY[name]), [a, b, p, n]) is None


@pytest.mark.parametrize("assumption", ["negative", "nonpositive", "nonnegative", "positive", "integer", "nonzero"])
def test_a_point_satisfies_what_its_symbols_assume(assumption):
    s = Symbol("s", real=True, **{assumption: True})
    for seed in range(8):
        point = admissible_point(Given(), [s], seed=seed)
        assert point is not None and getattr(point[s], f"is_{assumption}")


def test_points_differ_with_the_seed_and_repeat_with_it():
    given = facts([a < b])
    points = [admissible_point(given, [a], seed=i) for i in range(6)]
    assert len({tuple(sorted(p_.items(), key=str)) for p_ in points}) > 1
    assert points[3] == admissible_point(given, [a], seed=3)


def test_the_conditions_of_laws_are_met():
    for term in (
        Entropy(Bernoulli(t)),
        Entropy(Uniform(a, b)),
        Entropy(Categorical(q1, q2)),
        Entropy(Categorical(q1, q2, q3)),
    ):
        chain = calc(term)
        point = admissible_point(chain.given, chain.lines)
        assert point is not None
        assert all(c.xreplace(point) == True for c in chain.given.facts)  # noqa: E712
