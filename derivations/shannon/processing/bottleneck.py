"""A narrow middle lets little through: at most the entropy of Y."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Z), given=[MarkovChain(J, [X, Y, Z])])
    .le(I(J, X, Y), by=theorem("data_processing"))
    .eq(H(J, Y) - H(J, Y, given=X), by=(information_as_entropies, chain_rule))
    .le(H(J, Y), by=nonnegative_entropy)
)
