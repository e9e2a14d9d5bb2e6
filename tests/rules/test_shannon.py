"""Joint entropies: inside their conditions and outside."""

from sympy import Integer, Rational
from sympy.core.symbol import Str

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.claims import Finite
from symbolic_info.language.dependence import Shared
from symbolic_info.language.joint import Joint, Table, entropy, mutual_information
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.language.terms import ConditionalEntropy, MutualInformation
from symbolic_info.rules import RULES

from .table import three_from

by = RULES["joint_entropies"]
J, K = Joint("X", "Y"), Joint("X", "Y", "Z", of=FINITE)
X, Y = J.coordinates
A, B, C = K.coordinates
TABLE = Table([[Rational(1, 8), Rational(1, 16)], [Rational(1, 4), Rational(9, 16)]])
U, V = TABLE.coordinates
ALL = [Finite(entropy(J)), Finite(entropy(J, X)), Finite(entropy(J, Y))]


def H(*names, law=J):
    return entropy(law, names)


L = Joint("X", "Y", of=COUNTING)


def step(left, right, given=ALL, by=by):
    return calc(left, given=given).eq(right, by=by)


def same(rule, left, right):
    return step(left, right, [], RULES[rule])


def shared(kind, *groups, given=()):
    return Shared(Str(kind), K, [(g,) for g in groups], given)


def h(*names):
    return H(*names, law=K)


def i(*names):
    return mutual_information(K, *names)


INSIDE = {
    "joint_entropies.conditional": [
        step(entropy(J, X, Y), H(X, Y) - H(Y)),
        step(entropy(K, A, (B, C)), entropy(K) - entropy(K, (B, C)), []),
        step(entropy(TABLE, V, U), entropy(TABLE) - entropy(TABLE, U), []),
    ],
    "joint_entropies.information": [
        step(mutual_information(J), H(X) + H(Y) - H(X, Y)),
        step(
            mutual_information(K, A, B, C),
            entropy(K, (A, C)) + entropy(K, (B, C)) - entropy(K) - entropy(K, C),
            [],
        ),
        step(mutual_information(TABLE), entropy(TABLE, U) + entropy(TABLE, V) - entropy(TABLE), []),
    ],
    "finite_entropies.finite": [
        (Finite(h(A)), []),
        (Finite(i(A, B, C)), []),
        (Finite(ConditionalEntropy(K, (A,), (A, B))), []),
        (Finite(shared("TC", A, B, C)), []),
        (Finite(entropy(TABLE)), []),
    ],
    "chain_rule.of_entropy": [
        same("chain_rule", entropy(K, (A, B), C), h(A, B, C) - h(C)),
        same("chain_rule", entropy(K, (A, B), C), entropy(K, A, C) + entropy(K, B, (A, C))),
        same("chain_rule", ConditionalEntropy(K, (A, B), (B,)), entropy(K, A, B)),
        same("chain_rule", ConditionalEntropy(K, (A,), (A, B)), Integer(0)),
    ],
    "information_chain_rule.of_information": [
        same("information_chain_rule", i((A, B), C), i(A, C) + i(B, C, A)),
        same("information_chain_rule", i(A, (B, C)) - i(A, B), i(A, C, B)),
        same("information_chain_rule", i(A, (A, B), B), i(A, A, B)),
    ],
    "information_as_entropies.difference": [
        same("information_as_entropies", i(A, A), h(A)),
        same("information_as_entropies", i(A, B, C), h(A, C) + h(B, C) - h(A, B, C) - h(C)),
    ],
    "shared_information.of_several": [
        same("shared_information", shared("TC", A, B, C), h(A) + h(B) + h(C) - h(A, B, C)),
        same("shared_information", shared("DTC", A, B, C), h(A, B) + h(A, C) + h(B, C) - 2 * h(A, B, C)),
        same("shared_information", shared("VI", A, B), 2 * h(A, B) - h(A) - h(B)),
        same("shared_information", shared("VI", A, B, given=(C,)), 2 * h(A, B, C) - h(A, C) - h(B, C)),
        same(
            "shared_information",
            shared("I", A, B, C),
            h(A) + h(B) + h(C) - h(A, B) - h(A, C) - h(B, C) + h(A, B, C),
        ),
        same("shared_information", shared("I", A, B, C), -shared("II", A, B, C)),
    ],
    "nonnegative_entropy.entropy_above_zero": [
        calc(h(A)).ge(0, by=RULES["nonnegative_entropy"]),
        calc(h(B) - entropy(K, A, B)).le(h(B), by=RULES["nonnegative_entropy"]),
        calc(entropy(TABLE, V, U)).ge(0, by=RULES["nonnegative_entropy"]),
    ],
    "nonnegative_information.information_above_zero": [
        calc(i(A, B, C)).ge(0, by=RULES["nonnegative_information"]),
        calc(h(C) - 2 * i(A, (B, C))).le(h(C), by=RULES["nonnegative_information"]),
        calc(mutual_information(J), given=ALL).ge(0, by=RULES["nonnegative_information"]),
    ],
}
OUTSIDE = {
    "joint_entropies.conditional": [
        step(entropy(J, X, Y), H(X, Y) - H(X)),
        step(entropy(J, X, Y), H(X)),
        step(entropy(K, A, B), entropy(K) - entropy(K, B), []),
        step(entropy(K, A, (B, C)), entropy(K, (A, B)) - entropy(K, B), []),
    ],
    "joint_entropies.information": [
        step(mutual_information(J), H(X) - H(Y)),
        step(mutual_information(J), H(X) + H(Y)),
        step(mutual_information(K, A, B, C), mutual_information(K, A, B), []),
        step(mutual_information(K, A, B, C), entropy(K, (A, C)) + entropy(K, (B, C)) - entropy(K), []),
    ],
    "finite_entropies.finite": [
        (Finite(entropy(J)), []),  # perhaps on infinitely many points, or with a density
        (Finite(mutual_information(L)), []),
        (Finite(Shared(Str("TC"), L, [(X,), (Y,)])), []),
    ],
    "chain_rule.of_entropy": [
        same("chain_rule", entropy(K, (A, B), C), h(A, B, C) - h(A)),
        same("chain_rule", ConditionalEntropy(K, (A, B), (B,)), entropy(K, B, A)),
        step(
            ConditionalEntropy(J, (X,), (X, Y)),
            Integer(0),
            [*ALL, Finite(ConditionalEntropy(J, (X,), (X, Y)))],
            RULES["chain_rule"],
        ),
    ],
    "information_chain_rule.of_information": [
        same("information_chain_rule", i((A, B), C), i(A, C) + i(B, C)),
        step(mutual_information(J), mutual_information(J, Y, X), ALL, RULES["information_chain_rule"]),
    ],
    "information_as_entropies.difference": [
        same("information_as_entropies", i(A, A), h(A, B)),
        # of a density, I(X; X) is infinite, whatever H(X) is
        step(
            MutualInformation(J, (X,), (X,)),
            H(X),
            [*ALL, Finite(MutualInformation(J, (X,), (X,)))],
            RULES["information_as_entropies"],
        ),
    ],
    "shared_information.of_several": [
        same("shared_information", shared("TC", A, B, C), shared("DTC", A, B, C)),
        same("shared_information", shared("I", A, B, C), shared("II", A, B, C)),
        same("shared_information", shared("I", A, B), -shared("II", A, B)),
        step(
            Shared(Str("TC"), L, [(X,), (Y,)]),
            H(X, law=L) + H(Y, law=L) - entropy(L),
            [Finite(Shared(Str("TC"), L, [(X,), (Y,)])), Finite(H(X, law=L)), Finite(H(Y, law=L)), Finite(entropy(L))],
            RULES["shared_information"],
        ),
    ],
    "nonnegative_entropy.entropy_above_zero": [
        calc(H(X), given=ALL).ge(0, by=RULES["nonnegative_entropy"]),  # negative for a narrow density
        calc(h(A)).le(0, by=RULES["nonnegative_entropy"]),
        calc(h(A)).gt(0, by=RULES["nonnegative_entropy"]),
    ],
    "nonnegative_information.information_above_zero": [
        calc(i(A, B, C)).le(0, by=RULES["nonnegative_information"]),
        calc(i(A, B, C)).gt(0, by=RULES["nonnegative_information"]),
        calc(shared("I", A, B, C)).ge(0, by=RULES["nonnegative_information"]),  # negative for an exclusive or
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_differences_of_entropies_need_them_to_be_finite():
    import pytest

    from symbolic_info.kernel.check import check
    from symbolic_info.kernel.rule import Rejected

    for missing in ALL:
        with pytest.raises(Rejected, match="finite"):
            check(step(mutual_information(J), H(X) + H(Y) - H(X, Y), [f for f in ALL if f != missing]))
