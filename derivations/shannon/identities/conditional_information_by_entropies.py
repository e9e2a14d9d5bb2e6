"""What two variables share, when a third is known, as an overlap of entropies."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y, given=Z))
    .eq(H(J, X, given=Z) - H(J, X, given=(Y, Z)), by=(information_as_entropies, chain_rule))
    .eq(H(J, X, given=Z) + H(J, Y, given=Z) - H(J, (X, Y), given=Z), by=chain_rule)
)
