"""The chain rule holds as well when something is known.

Each entropy is one of a pair less that of what is known.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, (X, Y), given=Z))
    .eq(H(J) - H(J, Z), by=chain_rule)
    .eq(H(J, X, given=Z) + H(J, Y, given=(X, Z)), by=chain_rule)
)
