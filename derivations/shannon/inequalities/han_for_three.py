"""Han's inequality for three variables: pairs cover the whole twice."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(2 * H(J))
    .eq(H(J, (X, Y)) + H(J, Z, given=(X, Y)) + H(J, (Y, Z)) + H(J, X, given=(Y, Z)), by=chain_rule)
    .le(H(J, (X, Y)) + H(J, Z, given=X) + H(J, (Y, Z)) + H(J, X, given=(Y, Z)), by=conditioning(H(J, Z, given=X)))
    .le(H(J, (X, Y)) + H(J, Z, given=X) + H(J, (Y, Z)) + H(J, X), by=conditioning(H(J, X)))
    .eq(H(J, (X, Y)) + H(J, (Y, Z)) + H(J, (X, Z)), by=chain_rule)
)
