"""Grouping: first in which group, then which of the group."""

from symbolic_info.blackboard import *

J, X, G = variables("X G")

proof = (
    calc(H(J, X), given=[FunctionOf(J, G, X)])
    .eq(H(J) - H(J, G, given=X), by=chain_rule)
    .eq(H(J), by=function_of)
    .eq(H(J, G) + H(J, X, given=G), by=chain_rule)
)
