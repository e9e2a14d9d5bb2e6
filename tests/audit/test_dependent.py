"""Joint laws that keep facts about their variables, and whether such a fact holds of one."""

from random import Random

import pytest
from sympy import Eq, Rational, log

from symbolic_info.audit.dependent import dependent
from symbolic_info.audit.facts import holds
from symbolic_info.audit.numeric import numbers
from symbolic_info.language.dependence import FunctionOf, MarkovChain, MutuallyIndependent, Shared
from symbolic_info.language.joint import Joint, Outcomes, entropy, mutual_information
from symbolic_info.language.support import FINITE

J = Joint("X", "Y", "Z", "W", of=FINITE)
X, Y, Z, W = J.coordinates
XOR = Outcomes("X Y Z", {(a, b, a ^ b): Rational(1, 4) for a in (0, 1) for b in (0, 1)})

FACTS = [
    [MarkovChain(J, [X, Y, [Z, W]])],
    [MutuallyIndependent(J, [X, Y, Z])],
    [MutuallyIndependent(J, [X, Y], Z), FunctionOf(J, W, [X, Y])],
    [FunctionOf(J, Y, X), MarkovChain(J, [X, Y, Z])],
    [Eq(mutual_information(J, X, Y), 0), Eq(entropy(J, Z, given=(X, Y)), 0), Eq(entropy(J, X, given=(Y, Z)), 0)],
    [Eq(entropy(J, Z), 0)],
]


@pytest.mark.parametrize("facts", FACTS, ids=str)
def test_the_law_keeps_the_facts(facts):
    made = [dependent(J, facts, Random(seed)) for seed in range(6)]
    assert all(holds(f.xreplace({J: law})) for f in facts for law in made)
    assert sum(len(law.cells) > 1 for law in made) >= 3  # not the law of constants alone


def test_other_facts_say_nothing_of_the_law():
    assert dependent(J, [Eq(Rational(1), 1), MarkovChain(Joint("X", "Y", "Z"), [X, Y, Z])], Random(0)) is None


def test_a_fact_that_is_false_is_found_false():
    for fact in (MutuallyIndependent(XOR, [X, Y, Z]), MarkovChain(XOR, [X, Z, Y]), FunctionOf(XOR, Y, X)):
        assert holds(fact) is False
    for fact in (MutuallyIndependent(XOR, [X, Y]), FunctionOf(XOR, Y, [X, Z]), MarkovChain(XOR, [X, [Y, Z], Z])):
        assert holds(fact) is True


@pytest.mark.parametrize(("kind", "bits"), [("I", -1), ("II", 1), ("TC", 1), ("DTC", 2)])
def test_what_three_coins_share(kind, bits):
    gap = numbers(30).of(Shared(kind, XOR, [X, Y, Z]) - bits * log(2))
    assert gap.contains(0) and gap.rad() < 1e-20


def test_the_variation_of_information_and_a_condition():
    at = numbers(30)
    assert at.of(Shared("VI", XOR, [X, Y]) - 2 * log(2)).contains(0)
    assert at.of(Shared("VI", XOR, [X, Y], Z)).contains(0)
