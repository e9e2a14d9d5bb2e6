"""Two independent inputs say at least as much together as each alone."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Z) + I(J, Y, Z), given=[MutuallyIndependent(J, [X, Y])])
    .le(I(J, X, Z) + I(J, Y, (X, Z)), by=more_information(I(J, Y, (X, Z))))
    .eq(I(J, X, Z) + I(J, X, Y) + I(J, Y, Z, given=X), by=information_chain_rule)
    .eq(I(J, X, Z) + I(J, Y, Z, given=X), by=independence)
    .eq(I(J, (X, Y), Z), by=information_chain_rule)
)
