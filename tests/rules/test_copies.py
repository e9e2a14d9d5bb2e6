"""The copy lemma: inside its conditions and outside."""

import pytest
from sympy import Eq
from sympy.core.symbol import Str

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.copies import Copied
from symbolic_info.language.dependence import FunctionOf, MarkovChain
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.rules import RULES

from .table import three_from

R, S = Str("X'"), Str("Y'")


def copied(kind):
    return Copied(Joint("X", "Y", "Z", "W", of=kind), [R], [Str("X")], [Str("Z")])


K, WIDE = copied(FINITE), copied(COUNTING)
J = K.law
X, Y, Z, W = J.coordinates
TWICE = Copied(K, [S], [Y], [R])
PAIR = Copied(J, [R, S], [X, Y], [Z])


def step(left, right, by=RULES["copy_lemma"]):
    return calc(left).eq(right, by=by)


def H(law, *names):
    return entropy(law, names)


def i(law, a, b, given=()):
    return mutual_information(law, a, b, given)


def zero(term, *facts):
    return calc(term, given=facts).eq(0, by=RULES["copied_support"])


def same(a, b):
    return Eq(a, b, evaluate=False)


APART, KNOWN = same(i(J, X, Y, Z), 0), same(entropy(J, Z, (X, Y)), 0)
INSIDE = {
    "copy_lemma.of_original": [
        step(H(K, R), H(J, X)),
        step(H(K, R, Z), H(J, X, Z)),
        step(H(K, X, Y, W), H(J, X, Y, W)),
        step(H(K, X, Y, Z, W), H(J, X, Y, Z, W)),
        step(H(TWICE, S, R), H(K, Y, R)),
        step(H(PAIR, S, R, Z), H(J, X, Y, Z)),
        step(H(PAIR, S), H(J, Y)),
    ],
    "copy_lemma.independent_copy": [
        step(i(K, R, X, Z), 0),
        step(i(K, (Y, W), R, Z), 0),
        step(i(K, R, X, (Y, Z)), 0),
        step(i(TWICE, S, (X, W), R), 0),
        step(i(PAIR, (R, S), (X, Y), Z), 0),
    ],
    "copied_support.function_of_a_copy": [
        zero(entropy(K, Z, (R, Y)), APART, KNOWN),
        zero(entropy(K, Z, (Y, R)), MarkovChain(J, [(X,), (Z,), (Y,)]), FunctionOf(J, (Z,), (X, Y))),
    ],
}
OUTSIDE = {
    "copy_lemma.of_original": [
        step(H(K, R, X), H(J, X)),
        step(H(K, R, X), 2 * H(J, X)),
        step(H(K, R, Y), H(J, X, Y)),
        step(H(K, R, Z, Y), H(J, X, Z, Y)),
        step(H(TWICE, S, X), H(J, X, Y)),
        step(H(TWICE, S, R), H(J, X, Y)),
        step(H(PAIR, S), H(J, X)),
        step(H(WIDE, R), H(WIDE.law, X)),
    ],
    "copy_lemma.independent_copy": [
        step(i(K, R, X), 0),
        step(i(K, R, Z), 0),
        step(i(K, X, Y, Z), 0),
        step(i(K, R, X, (Y, W)), 0),
        step(i(PAIR, R, S, Z), 0),
        step(i(TWICE, R, X, Y), 0),
        step(i(WIDE, R, X, Z), 0),
    ],
    "copied_support.function_of_a_copy": [
        zero(entropy(K, Z, (R, Y)), APART),
        zero(entropy(K, Z, (R, Y)), KNOWN),
        zero(entropy(K, Z, (R, W)), APART, KNOWN),
        zero(entropy(K, W, (R, Y)), same(i(J, X, Y, W), 0), same(entropy(J, W, (X, Y)), 0)),  # a copy over Z alone
        zero(entropy(K, Z, R), APART, KNOWN),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


@pytest.mark.parametrize(
    "wrong",
    [((X,), (Y,), (Z,)), ((R,), (R,), (Z,)), ((R,), (X,), (X,)), ((R, S), (X, X), (Z,)), ((R,), (X, Y), (Z,)),
     ((), (), (Z,)), ((R,), (X,), (S,))],
)  # fmt: skip
def test_what_is_no_copy_is_refused(wrong):
    with pytest.raises(ValueError, match=r"new names|no variables"):
        Copied(J, *wrong)
