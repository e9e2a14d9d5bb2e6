"""X removes as much doubt about Y as Y removes about X, by the joint entropy.

Both differences are H(X) + H(Y) − H(X, Y).
"""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = (
    calc(H(J, X) - H(J, X, given=Y))
    .eq(H(J, X) + H(J, Y) - H(J), by=chain_rule)
    .eq(H(J, Y) - H(J, Y, given=X), by=chain_rule)
)
