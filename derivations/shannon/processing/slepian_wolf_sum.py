"""The sum of the rates of Slepian and Wolf: two codes carry the whole pair."""

from symbolic_info.blackboard import *

J, X, Y, M, N = variables("X Y M N")

proof = (
    calc(H(J, (X, Y)), given=[FunctionOf(J, [X, Y], [M, N], "h")])
    .le(H(J), by=monotonicity(H(J)))
    .eq(H(J, (M, N)) + H(J, (X, Y), given=(M, N)), by=chain_rule)
    .eq(H(J, (M, N)), by=function_of)
    .le(H(J, M) + H(J, N), by=subadditivity(H(J, M) + H(J, N)))
)
