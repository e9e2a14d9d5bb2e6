"""Textbook inequalities between entropies: inside their conditions and outside."""

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.dependence import MarkovChain, MutuallyIndependent
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.language.terms import ConditionalEntropy
from symbolic_info.rules import RULES

from .table import three_from

J, WIDE = Joint("W", "X", "Y", "Z", of=FINITE), Joint("X", "Y", "Z", of=COUNTING)
W, X, Y, Z = J.coordinates
CHAIN = MarkovChain(J, [(X,), (Y,), (Z,)])
INNER = MarkovChain(J, [(X,), (Y, W), (Z,)])


def H(of, given=()):
    return entropy(J, of, given)


def i(a, b, given=()):
    return mutual_information(J, a, b, given)


def le(rule, low, high, *facts, by=None):
    return calc(low, given=facts).le(high, by=RULES[rule](*(by or (high,))))


INSIDE = {
    "conditioning.less_given_more": [
        le("conditioning", H(X, Y), H(X)),
        le("conditioning", H((W, X), (Y, Z)), H((W, X), Z)),
        calc(2 * H(X) + H(Z)).ge(2 * H(X, Y) + H(Z), by=RULES["conditioning"](H(X))),
    ],
    "monotonicity.more_variables": [
        le("monotonicity", H(X), H((X, Y))),
        le("monotonicity", H(X, Z), H((W, X, Y), Z)),
    ],
    "more_information.about_more": [
        le("more_information", i(X, Y), i(X, (Y, Z))),
        le("more_information", i(Y, X, W), i(X, (Y, Z), W)),
    ],
    "information_within_entropy.at_most_entropy": [
        le("information_within_entropy", i(X, Y), H(X)),
        le("information_within_entropy", i(X, Y, Z), H(Y, Z)),
    ],
    "subadditivity.at_most_sum": [
        le("subadditivity", H((X, Y)), H(X) + H(Y)),
        le("subadditivity", H((W, X, Y), Z), H(W, Z) + H((X, Y), Z)),
    ],
    "submodularity.union_and_intersection": [
        le("submodularity", H((X, Y, Z)) + H(Y), H((X, Y)) + H((Y, Z)), by=(H((X, Y)), H((Y, Z)))),
        le("submodularity", H((X, Y)), H(X) + H(Y), by=(H(X), H(Y))),
    ],
    "data_processing.no_more_behind": [
        le("data_processing", i(X, Z), i(X, Y), CHAIN),
        le("data_processing", i(Z, X), i(Z, Y), CHAIN),
        le("data_processing", i(X, Z, W), i(X, Y, W), INNER),
    ],
}
OUTSIDE = {
    "conditioning.less_given_more": [
        le("conditioning", H(X, Y), H(X, Z)),
        le("conditioning", H(X, Y), H(W)),
        le("conditioning", H(X), H(X, Y)),
        calc(-H(X, Y)).le(-H(X), by=RULES["conditioning"](H(X))),
        le("conditioning", ConditionalEntropy(J, (X,), (X, Y)), H(X)),
    ],
    "monotonicity.more_variables": [
        le("monotonicity", H((X, Y)), H(X)),
        le("monotonicity", H(X, Z), H((X, Y))),
        le("monotonicity", H(X), H((Y, Z))),
        le("monotonicity", entropy(WIDE, X), entropy(WIDE, (X, Y))),
    ],
    "more_information.about_more": [
        le("more_information", i(X, (Y, Z)), i(X, Y)),
        le("more_information", i(X, Y), i(X, (Y, Z), W)),
        le("more_information", i(X, Y), i(X, Y, Z)),
    ],
    "information_within_entropy.at_most_entropy": [
        le("information_within_entropy", i(X, Y), H(Z)),
        le("information_within_entropy", i(X, Y), H(X, Y)),
        le("information_within_entropy", i(X, Y, Z), H(X, Y)),
    ],
    "subadditivity.at_most_sum": [
        le("subadditivity", H((W, X, Y)), H(X) + H(Y)),
        le("subadditivity", H((X, Y)), H(X) + H(Y, X)),
        calc(H(X) + H(Y)).le(H((X, Y)), by=RULES["subadditivity"](H(X) + H(Y))),
    ],
    "submodularity.union_and_intersection": [
        le("submodularity", H((X, Y, Z)) + H(X), H((X, Y)) + H((Y, Z)), by=(H((X, Y)), H((Y, Z)))),
        le("submodularity", H((X, Y, Z)), H((X, Y)), by=(H((X, Y)), H((X, Y)))),
    ],
    "data_processing.no_more_behind": [
        le("data_processing", i(X, Z), i(X, Y)),
        le("data_processing", i(X, Y), i(X, Z), CHAIN),
        le("data_processing", i(X, Z, W), i(X, Y, W), CHAIN),
        le("data_processing", i(X, Z), i(W, Y), CHAIN),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_the_case_of_equality_is_told():
    from symbolic_info.kernel.check import check

    found = check(INSIDE["subadditivity.at_most_sum"][1]).equality
    assert found == (MutuallyIndependent(J, [(W,), (X, Y)], (Z,)),)
    assert [c.lhs for c in check(INSIDE["data_processing.no_more_behind"][0]).equality] == [i(X, Y, Z)]
