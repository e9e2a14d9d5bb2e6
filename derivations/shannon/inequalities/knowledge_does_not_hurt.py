"""Knowledge does not hurt: H(X | Y) is at most H(X).

What Y says about X is taken away, and that is never negative.
"""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = (
    calc(H(J, X, given=Y))
    .eq(H(J, X) - I(J, X, Y), by=(information_as_entropies, chain_rule))
    .le(H(J, X), by=nonnegative_information)
)
