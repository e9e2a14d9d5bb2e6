"""Counterexamples: exact, as small as wanted, and none where a statement holds."""

from fractions import Fraction
from itertools import product
from time import perf_counter

import pytest

from symbolic_info.entropic.linear import entropy, information, linear, logarithm
from symbolic_info.entropic.reading import read
from symbolic_info.entropic.refute import condition, counterexample, refutes
from symbolic_info.entropic.spaces import atoms, partitions, vectors
from symbolic_info.entropic.tables import Table, from_weights, power

FALSE = [  # statement, facts, the most outcomes that its table may have
    ("H(X|Y) <= H(Y|X)", [], 2),
    ("H(X,Y) = H(X) + H(Y)", [], 2),
    ("I(X;Y|Z) <= I(X;Y)", [], 4),
    ("I(X;Y|Z) <= I(X;Y)", ["indep(X;Z)"], 4),
    ("I(X;Y) <= I(X;Z)", ["X -> Y -> Z -> T"], 2),
    ("H(X|Y) = 0", ["Y = f(X)"], 2),
    ("I(X;Y,Z) = 0", ["I(X;Y) = 0", "I(X;Z) = 0"], 4),
    ("I(X;Y,Z) = 0", ["I(X;Y|Z) = 0", "I(X;Z|Y) = 0"], 2),
    ("I(A;B) <= 2*I(A;B|C) + 2*I(A;B|D) + I(C;D)", [], 4),  # Ingleton's
    ("I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D) + 1/12*H(A,B,C,D)", [], 4),  # not on equally likely outcomes
    ("I(X;Z) >= 1/2*I(X;Y)", ["X -> Y -> Z", "H(X) = H(Y)", "H(Y) = H(Z)", "I(X;Y) >= 1/10*H(X)"], 4),
    ("H(X) <= log(2)", [], 4),
    ("H(X) <= 3*log(2)", [], 16),
    ("H(X) <= 1", ["H(X) >= 1/2"], 4),
    ("H(X1,X2,X3,X4,X5,X6,X7,X8) >= 2*H(X1)", [], 4),
    ("I(X;Y) >= 1/2*H(X)", ["H(X) = H(Y)", "H(Y|X) = H(Z)", "H(Z) >= 1/4*H(X)"], 8),
    ("log(3) <= log(2)", [], 1),
    ("H(X|X,Y) >= 1", [], 1),
]


@pytest.mark.parametrize(("text", "given", "most"), FALSE)
def test_what_is_false_has_a_small_exact_table(text, given, most):
    (statement,), facts = read(text, given)
    start = perf_counter()
    found = counterexample(statement, facts)
    assert perf_counter() - start < 4
    assert found is not None
    assert len(found.table.pmf) <= most
    known = [condition(r) for f in facts for r in f.relations]
    assert refutes(found.table, condition(statement), known)
    gap = (found.right - found.left) * (-1 if statement.relation == ">=" else 1)
    assert gap.constant_sign() != 0 if statement.relation == "=" else gap.constant_sign() < 0


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("I(X;Z) <= I(X;Y)", ["X -> Y -> Z"]),
        ("H(X|Y) <= H(X)", []),
        ("I(C;D) <= I(C;D|A) + I(C;D|B)", ["I(A;B|C) = 0", "I(A;B) = 0"]),  # true, but not by Shannon's
        ("H(X) >= 0", ["H(X) = -1"]),
    ],
)
def test_what_is_true_or_of_nothing_has_none(text, given):
    (statement,), facts = read(text, given)
    assert counterexample(statement, facts, stages=6) is None


def test_a_table_has_positive_probabilities_that_add_to_one():
    for pmf in ({(0,): Fraction(1, 2)}, {(0,): Fraction(2), (1,): Fraction(-1)}, {(0, 1): Fraction(1)}):
        with pytest.raises(ValueError):
            Table(("X",), pmf)
    with pytest.raises(ValueError):
        from_weights("XY", {(0, 0): 1}).entropy(frozenset("XZ"))


def test_entropies_are_exact():
    table = from_weights("XY", {(0, 0): 2, (0, 1): 1, (1, 1): 1, (2, 2): 2})
    expected = Fraction(2, 3) * logarithm(Fraction(2)) + Fraction(1, 2) * logarithm(Fraction(3))
    assert table.entropy(frozenset("X")) == expected  # of 1/2, 1/6, 1/3
    assert table.entropy(frozenset()) == linear({})
    assert table.value(entropy("X", "Y") - (entropy("XY") - entropy("Y"))) == linear({})
    assert table.sign(information("X", "Y")) == 1
    assert power(table, 2).value(information("X", "Y")) == 2 * table.value(information("X", "Y"))


def test_a_tiny_difference_has_its_sign():
    n = 10**6
    table = from_weights("XY", {(0, 0): n + 1, (0, 1): n, (1, 0): n, (1, 1): n})
    assert table.sign(information("X", "Y")) == 1


def test_the_spaces_are_what_they_are_called():
    assert [len(list(partitions(n))) for n in range(1, 6)] == [1, 2, 5, 15, 52]
    assert [len(vectors(q, k).variables) for q, k in ((2, 2), (2, 3), (3, 2))] == [5, 16, 6]  # subspaces
    assert all(len(vectors(q, k).closed) == len(vectors(q, k).variables) for q, k in ((2, 3), (3, 2)))
    space = atoms(1, 1, 2)
    assert space.closed == space.variables
    assert [space.variables[i] for i in space.first] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 2)]
    for a, b in product(range(5), repeat=2):
        assert space.entropies[space.joins[a][b]] <= space.entropies[a] + space.entropies[b] + 1e-12
