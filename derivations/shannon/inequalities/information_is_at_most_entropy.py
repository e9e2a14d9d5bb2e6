"""Nothing tells more about X than there is to know."""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = (
    calc(I(J, X, Y))
    .eq(H(J, X) - H(J, X, given=Y), by=(information_as_entropies, chain_rule))
    .le(H(J, X), by=nonnegative_entropy)
)
