"""Variables are most uncertain together when they are independent.

Each term of the chain rule loses what it knows.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J))
    .eq(H(J, X) + H(J, Y, given=X) + H(J, Z, given=(X, Y)), by=chain_rule)
    .le(H(J, X) + H(J, Y) + H(J, Z, given=(X, Y)), by=conditioning(H(J, Y)))
    .le(H(J, X) + H(J, Y) + H(J, Z), by=conditioning(H(J, Z)))
)
