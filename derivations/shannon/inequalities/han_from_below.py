"""What each of three variables keeps to itself is at most what they have together."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X, given=(Y, Z)) + H(J, Y, given=(X, Z)) + H(J, Z, given=(X, Y)))
    .le(H(J, X, given=(Y, Z)) + H(J, Y, given=Z) + H(J, Z, given=(X, Y)), by=conditioning(H(J, Y, given=Z)))
    .le(H(J, X, given=(Y, Z)) + H(J, Y, given=Z) + H(J, Z), by=conditioning(H(J, Z)))
    .eq(H(J), by=chain_rule)
)
