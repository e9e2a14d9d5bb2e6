"""The more is known, the less a further variable adds.

The gap is what X and Z share, given Y.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J) + H(J, Y))
    .eq(H(J, (X, Y)) + H(J, (Y, Z)) - I(J, X, Z, given=Y), by=information_as_entropies)
    .le(H(J, (X, Y)) + H(J, (Y, Z)), by=nonnegative_information)
)
