"""The entropies of three variables add up, each given those before it.

The rule for two is used twice.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J))
    .eq(H(J, (X, Y)) + H(J, Z, given=(X, Y)), by=chain_rule)
    .eq(H(J, X) + H(J, Y, given=X) + H(J, Z, given=(X, Y)), by=chain_rule)
)
