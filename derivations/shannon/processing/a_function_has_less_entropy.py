"""A function of a variable is at most as uncertain as the variable."""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = (
    calc(H(J, Y), given=[FunctionOf(J, Y, X)])
    .le(H(J), by=monotonicity(H(J)))
    .eq(H(J, X) + H(J, Y, given=X), by=chain_rule)
    .eq(H(J, X), by=function_of)
)
