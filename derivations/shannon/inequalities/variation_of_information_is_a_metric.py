"""The variation of information obeys the triangle inequality.

The triangle of conditional entropies in both directions; it is symmetric as it stands, and zero where X and Z tell
each other.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X, given=Z) + H(J, Z, given=X))
    .le(H(J, (X, Y), given=Z) + H(J, Z, given=X), by=monotonicity(H(J, (X, Y), given=Z)))
    .le(H(J, (X, Y), given=Z) + H(J, (Y, Z), given=X), by=monotonicity(H(J, (Y, Z), given=X)))
    .eq(H(J, X, given=(Y, Z)) + H(J, Y, given=Z) + H(J, Z, given=(X, Y)) + H(J, Y, given=X), by=chain_rule)
    .le(
        H(J, X, given=Y) + H(J, Y, given=Z) + H(J, Z, given=(X, Y)) + H(J, Y, given=X),
        by=conditioning(H(J, X, given=Y)),
    )
    .le(H(J, X, given=Y) + H(J, Y, given=Z) + H(J, Z, given=Y) + H(J, Y, given=X), by=conditioning(H(J, Z, given=Y)))
)
