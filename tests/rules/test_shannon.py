"""Joint entropies: inside their conditions and outside."""

from sympy import Rational

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.claims import Finite
from symbolic_info.language.joint import Joint, Table, entropy, mutual_information
from symbolic_info.language.support import FINITE
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


def step(left, right, given=ALL):
    return calc(left, given=given).eq(right, by=by)


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
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_differences_of_entropies_need_them_to_be_finite():
    import pytest

    from symbolic_info.kernel.check import check
    from symbolic_info.kernel.rule import Rejected

    for missing in ALL:
        with pytest.raises(Rejected, match="finite"):
            check(step(mutual_information(J), H(X) + H(Y) - H(X, Y), [f for f in ALL if f != missing]))
