"""Processing adds no information: Z knows no more about X than Y does.

The chain rule in two ways; the Markov property makes one of its terms zero.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Z), given=[MarkovChain(J, [X, Y, Z])])
    .eq(I(J, X, (Y, Z)) - I(J, X, Y, given=Z), by=information_chain_rule)
    .le(I(J, X, (Y, Z)), by=nonnegative_information)
    .eq(I(J, X, Y) + I(J, X, Z, given=Y), by=information_chain_rule)
    .eq(I(J, X, Y), by=markov)
)
