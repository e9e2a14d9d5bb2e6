"""Two variables are at least as uncertain as one of them."""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = calc(H(J, X)).eq(H(J) - H(J, Y, given=X), by=chain_rule).le(H(J), by=nonnegative_entropy)
