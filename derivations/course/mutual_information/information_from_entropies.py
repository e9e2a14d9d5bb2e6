"""Mutual information is the overlap of two uncertainties: H(X) + H(Y) − H(X, Y)."""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates

proof = (
    calc(I(J), given=[Finite(H(J, X)), Finite(H(J, Y)), Finite(H(J)), Finite(H(J, X, given=Y))])
    .eq(H(J, X) - H(J, X, given=Y), by=theorem("information_as_reduction"))
    .eq(H(J, X) + H(J, Y) - (H(J, Y) + H(J, X, given=Y)), by=algebra)
    .eq(H(J, X) + H(J, Y) - H(J), by=theorem("chain_rule"))
)
