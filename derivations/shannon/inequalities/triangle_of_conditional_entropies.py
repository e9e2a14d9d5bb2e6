"""The doubt about X, given Z, on the way through Y.

Y is taken in on the left, and Z is forgotten on the right.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X, given=Z))
    .le(H(J, (X, Y), given=Z), by=monotonicity(H(J, (X, Y), given=Z)))
    .eq(H(J, X, given=(Y, Z)) + H(J, Y, given=Z), by=chain_rule)
    .le(H(J, X, given=Y) + H(J, Y, given=Z), by=conditioning(H(J, X, given=Y)))
)
