"""Shared information is at most the entropy that is left."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y, given=Z))
    .eq(H(J, X, given=Z) - H(J, X, given=(Y, Z)), by=(information_as_entropies, chain_rule))
    .le(H(J, X, given=Z), by=nonnegative_entropy)
)
