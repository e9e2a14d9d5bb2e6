"""What Y learns of U beyond Z is at most what X tells it beyond Z."""

from symbolic_info.blackboard import *

J, U, X, Y, Z = variables("U X Y Z")

proof = (
    calc(I(J, U, Y) - I(J, U, Z), given=[MarkovChain(J, [U, X, [Y, Z]])])
    .le(I(J, U, (Y, Z)) - I(J, U, Z), by=more_information(I(J, U, (Y, Z))))
    .eq(I(J, U, Y, given=Z), by=information_chain_rule)
    .le(I(J, (U, X), Y, given=Z), by=more_information(I(J, (U, X), Y, given=Z)))
    .eq(I(J, X, Y, given=Z) + I(J, U, Y, given=(X, Z)), by=information_chain_rule)
    .eq(I(J, X, Y, given=Z), by=markov)
)
