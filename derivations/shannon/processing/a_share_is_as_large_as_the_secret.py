"""In secret sharing every share is at least as uncertain as the secret.

Shares A and B give the secret S together, B alone tells nothing.
"""

from symbolic_info.blackboard import *

J, S, A, B = variables("S A B")

proof = (
    calc(H(J, S), given=[MutuallyIndependent(J, [S, B]), FunctionOf(J, S, [A, B])])
    .eq(H(J, S, given=B) + I(J, S, B), by=(information_as_entropies, chain_rule))
    .eq(H(J, S, given=B), by=independence)
    .le(H(J, (S, A), given=B), by=monotonicity(H(J, (S, A), given=B)))
    .eq(H(J, A, given=B) + H(J, S, given=(A, B)), by=chain_rule)
    .eq(H(J, A, given=B), by=function_of)
    .le(H(J, A), by=conditioning(H(J, A)))
)
