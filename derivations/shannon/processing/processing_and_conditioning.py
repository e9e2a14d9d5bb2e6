"""Along a chain, knowing its end takes from what its beginning and middle share."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y, given=Z), given=[MarkovChain(J, [X, Y, Z])])
    .eq(I(J, X, Y) + I(J, X, Z, given=Y) - I(J, X, Z), by=information_chain_rule)
    .eq(I(J, X, Y) - I(J, X, Z), by=markov)
    .le(I(J, X, Y), by=nonnegative_information)
)
