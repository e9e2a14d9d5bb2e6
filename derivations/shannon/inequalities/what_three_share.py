"""What three variables share is at most what any two of them share."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y) - I(J, X, Y, given=Z))
    .eq(I(J, X, Z) - I(J, X, Z, given=Y), by=information_chain_rule)
    .le(I(J, X, Z), by=nonnegative_information)
)
