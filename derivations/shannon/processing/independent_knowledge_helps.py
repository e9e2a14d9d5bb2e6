"""What is independent of X can only raise what another tells about it."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y), given=[MutuallyIndependent(J, [X, Z])])
    .le(I(J, X, (Y, Z)), by=more_information(I(J, X, (Y, Z))))
    .eq(I(J, X, Z) + I(J, X, Y, given=Z), by=information_chain_rule)
    .eq(I(J, X, Y, given=Z), by=independence)
)
