"""Further knowledge does not hurt either."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X, given=(Y, Z)))
    .eq(H(J, X, given=Y) - I(J, X, Z, given=Y), by=(information_as_entropies, chain_rule))
    .le(H(J, X, given=Y), by=nonnegative_information)
)
