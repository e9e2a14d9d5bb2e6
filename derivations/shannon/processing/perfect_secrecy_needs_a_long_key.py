"""Perfect secrecy needs a key as uncertain as the message.

The cipher C tells nothing about M, and with the key K everything (Shannon 1949).
"""

from symbolic_info.blackboard import *

J, M, C, K = variables("M C K")

proof = (
    calc(H(J, M), given=[MutuallyIndependent(J, [M, C]), FunctionOf(J, M, [C, K])])
    .eq(H(J, M, given=C) + I(J, M, C), by=(information_as_entropies, chain_rule))
    .eq(H(J, M, given=C), by=independence)
    .le(H(J, (M, K), given=C), by=monotonicity(H(J, (M, K), given=C)))
    .eq(H(J, K, given=C) + H(J, M, given=(C, K)), by=chain_rule)
    .eq(H(J, K, given=C), by=function_of)
    .le(H(J, K), by=conditioning(H(J, K)))
)
