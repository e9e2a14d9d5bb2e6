"""Independence, Markov chains and functions: inside their conditions and outside."""

from sympy import Eq, Le, log

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.dependence import FunctionOf, MarkovChain, MutuallyIndependent
from symbolic_info.language.joint import Joint, entropy, mutual_information, table
from symbolic_info.language.separation import closure, separates
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.rules import RULES

from .table import three_from

J, WIDE = Joint("W", "X", "Y", "Z", of=FINITE), Joint("X", "Y", "Z", of=COUNTING)
W, X, Y, Z = J.coordinates
CHAIN = MarkovChain(J, [(W,), (X,), (Y,), (Z,)])
APART = MutuallyIndependent(J, [(W,), (X,), (Y,)])
GIVEN = MutuallyIndependent(J, [(W,), (X,)], (Y,))
TABLE = table([["1/4", "1/4"], ["1/4", "1/4"]])


def H(of, given=()):
    return entropy(J, of, given)


def i(a, b, given=()):
    return mutual_information(J, a, b, given)


def zero(rule, term, *facts):
    return calc(term, given=facts).eq(0, by=RULES[rule])


def same(a, b):
    return Eq(a, b, evaluate=False)


def solving(fact, term):
    return RULES["assumption"](fact, term)


def bounding(fact, term):
    return RULES["assumption_below"](fact, term)


EQUAL, LESS = same(H(X), H(Y)), Le(H(X), H(Y) + log(2), evaluate=False)
INSIDE = {
    "markov.in_a_chain": [
        zero("markov", i(W, Y, X), CHAIN),
        zero("markov", i(W, Z, (X, Y)), CHAIN),
        zero("markov", i((W, X), Z, Y), CHAIN),
        zero("markov", i(Z, X, (W, Y)), CHAIN),
        zero(
            "markov",
            i(W, Z, Y),
            MarkovChain(J, [(W,), (X,), (Y,)]),
            FunctionOf(J, (Z,), (X,)),
            FunctionOf(J, (X,), (Y,)),
        ),
    ],
    "independence.of_groups": [
        zero("independence", i(W, X), APART),
        zero("independence", i(W, (X, Y)), APART),
        zero("independence", i(W, X, Y), APART),
        zero("independence", i(W, X, Y), GIVEN),
        zero("independence", i(W, X, Y), same(i(W, (X, Y)), 0)),
        zero("independence", i(W, Z), APART, FunctionOf(J, (Z,), (X, Y))),
    ],
    "conditional_independence.given_others": [
        zero("conditional_independence", i(W, X, (Y, Z)), same(i(W, (X, Y), Z), 0)),
        zero("conditional_independence", i(X, W, Z), same(i(W, (X, Y), Z), 0)),
    ],
    "function_of.entropy_of_function": [
        zero("function_of", H(X, (Y, Z)), FunctionOf(J, (X,), (Y,))),
        zero("function_of", H(X, Z), same(H(X, Y), 0), FunctionOf(J, (Y,), (Z,))),
        zero("function_of", H(X, Z), same(H(X), 0)),
    ],
    "function_of.entropy_of_constant": [
        zero("function_of", H(X), same(H((X, Y)), 0)),
        zero("function_of", H((X, Z)), same(H(X), 0), FunctionOf(J, (Z,), (X,))),
        zero("function_of", H((X, Y)), same(entropy(J), 0)),
    ],
    "function_of.information_about_function": [
        zero("function_of", i(W, X, Y), FunctionOf(J, (X,), (Y,))),
    ],
    "assumption.solved": [
        calc(H(X) - H(Y), given=[EQUAL]).eq(0, by=solving(EQUAL, H(X))),
        calc(H(X) - H(Z), given=[EQUAL]).eq(H(Y) - H(Z), by=solving(EQUAL, H(Y))),
    ],
    "assumption_below.bounded": [
        calc(H(X), given=[LESS]).le(H(Y) + log(2), by=bounding(LESS, H(X))),
        calc(H(Y), given=[LESS]).ge(H(X) - log(2), by=bounding(LESS, H(Y))),
    ],
}
OUTSIDE = {
    "markov.in_a_chain": [
        zero("markov", i(W, Y), CHAIN),
        zero("markov", i(W, X, Y), CHAIN),
        zero("markov", i(W, Y, Z), CHAIN),
        zero("markov", i(W, Y, X)),
        zero("markov", i(W, Y, X), APART),
        zero("markov", i(W, Y, X), MarkovChain(Joint("W", "X", "Y", of=FINITE), [(W,), (X,), (Y,)])),
        zero("markov", mutual_information(WIDE, X, Z, Y), MarkovChain(WIDE, [(Y,), (X,), (Z,)])),
    ],
    "independence.of_groups": [
        zero("independence", i(W, Z), APART),
        zero("independence", i(W, X), GIVEN),
        zero("independence", i(W, X, Y), same(i(W, X), 0)),
        zero("independence", i((W, Z), X), APART, FunctionOf(J, (Z,), (W, X))),
    ],
    "conditional_independence.given_others": [
        zero("conditional_independence", i(W, X), same(i(W, X, Z), 0)),
        zero("conditional_independence", i(W, X, (Y, Z)), same(i(W, X, Z), 0)),
        zero("conditional_independence", i(W, X, Z), Le(i(W, X, Z), 1, evaluate=False)),
    ],
    "function_of.entropy_of_function": [
        zero("function_of", H(Y, X), FunctionOf(J, (X,), (Y,))),
        zero("function_of", H(X), FunctionOf(J, (X,), (Y,))),
    ],
    "function_of.entropy_of_constant": [
        zero("function_of", H((X, Z)), same(H(X), 0)),
        zero("function_of", H(X), same(H(X, Y), 0)),
        zero("function_of", entropy(WIDE, X), same(entropy(WIDE, (X, Y)), 0)),
    ],
    "function_of.information_about_function": [
        zero("function_of", i(W, X), FunctionOf(J, (X,), (Y,))),
    ],
    "assumption.solved": [
        calc(H(X) - H(Y)).eq(0, by=solving(EQUAL, H(X))),
        calc(H(X) - H(Z), given=[EQUAL]).eq(0, by=solving(EQUAL, H(X))),
    ],
    "assumption_below.bounded": [
        calc(H(X)).le(H(Y) + log(2), by=bounding(LESS, H(X))),
        calc(H(X), given=[LESS]).ge(H(Y) + log(2), by=bounding(LESS, H(X))),
        calc(H(X), given=[LESS]).le(H(Y), by=bounding(LESS, H(X))),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_nothing_is_assumed_of_a_law_that_is_known():
    import pytest

    from symbolic_info.kernel.check import check
    from symbolic_info.kernel.rule import Rejected

    x, y = TABLE.coordinates
    for fact in (FunctionOf(TABLE, (x,), (y,)), MutuallyIndependent(TABLE, [(x,), (y,)])):
        with pytest.raises(Rejected, match="known laws"):
            check(zero("nonnegative_information", mutual_information(TABLE), fact))


def test_what_separates_is_true_of_every_graph_of_bits():
    """Whatever `separates` says is held against joint laws: random linear functions of fair bits."""
    from itertools import product
    from random import Random

    random, names = Random(7), "ABCD"
    subsets = [frozenset(n for n, keep in zip(names, k, strict=True) if keep) for k in product((0, 1), repeat=4)]
    said = 0
    for _ in range(30):
        rows = {n: [random.choice((0, 0, 1, 2, 3, 4, 6)) for _ in range(random.choice((1, 1, 2)))] for n in names}

        def rank(of, rows=rows):
            basis = []
            for v in (v for n in of for v in rows[n]):
                for b in basis:
                    v = min(v, v ^ b)
                basis += [v] if v else []
            return len(basis)

        ranks = {s: rank(s) for s in subsets}
        functions = [(a, b) for a in subsets for b in subsets if a and ranks[a | b] == ranks[b]]
        facts = [(a, b, c) for a in subsets for b in subsets for c in subsets if a and b and not info(ranks, a, b, c)]
        for fact in random.sample(facts, min(6, len(facts))):
            some = random.sample(functions, min(3, len(functions)))
            for a, b, c in random.sample(list(product(subsets, repeat=3)), 60):
                if a and b and separates(fact, a, b, c, lambda s, some=some: closure(some, s)):
                    said += 1
                    assert info(ranks, a, b, c) == 0, (fact, some, a, b, c)
    assert said > 100


def info(ranks, a, b, c):
    return ranks[a | c] + ranks[b | c] - ranks[a | b | c] - ranks[c]
