"""What two variables say about a third: what one says, and then the other.

Nothing is counted twice: the second is asked only for what it adds.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, (X, Y), Z))
    .eq(H(J, Z) - H(J, Z, given=(X, Y)), by=(information_as_entropies, chain_rule))
    .eq(H(J, Z) - H(J, Z, given=X) + H(J, Z, given=X) - H(J, Z, given=(X, Y)), by=algebra)
    .eq(I(J, X, Z) + I(J, Y, Z, given=X), by=(information_as_entropies, chain_rule))
)
