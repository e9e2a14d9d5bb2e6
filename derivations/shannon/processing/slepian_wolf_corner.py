"""A corner point of Slepian and Wolf: the code of X alone must tell X, given Y.

M is a code of X, N one of Y, and both together give X and Y back.
"""

from symbolic_info.blackboard import *

J, X, Y, M, N = variables("X Y M N")

proof = (
    calc(H(J, X, given=Y), given=[FunctionOf(J, N, Y, "g"), FunctionOf(J, [X, Y], [M, N], "h")])
    .le(H(J, (X, M), given=Y), by=monotonicity(H(J, (X, M), given=Y)))
    .eq(H(J, M, given=Y) + H(J, X, given=(M, Y)), by=chain_rule)
    .eq(
        H(J, M, given=Y) + H(J, X, given=(M, N, Y)) + I(J, X, N, given=(M, Y)),
        by=(information_as_entropies, chain_rule),
    )
    .eq(H(J, M, given=Y), by=function_of)
    .le(H(J, M), by=conditioning(H(J, M)))
)
