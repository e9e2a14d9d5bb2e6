"""The middle of a butterfly network must carry half of two independent messages.

Either side knows the other message and M, and finds its own.
"""

from symbolic_info.blackboard import *

J, A, B, M = variables("A B M")
given = [MutuallyIndependent(J, [A, B]), FunctionOf(J, A, [M, B], "f"), FunctionOf(J, B, [M, A], "g")]

proof = (
    calc(half * (H(J, A) + H(J, B)), given=given)
    .eq(half * (H(J, A, given=B) + H(J, B, given=A)) + I(J, A, B), by=(information_as_entropies, chain_rule))
    .eq(half * (H(J, A, given=B) + H(J, B, given=A)), by=independence)
    .eq(
        half * (H(J, A, given=(M, B)) + I(J, A, M, given=B) + H(J, B, given=(M, A)) + I(J, B, M, given=A)),
        by=(information_as_entropies, chain_rule),
    )
    .eq(half * (I(J, A, M, given=B) + I(J, B, M, given=A)), by=function_of)
    .le(half * (H(J, M, given=B) + I(J, B, M, given=A)), by=information_within_entropy(H(J, M, given=B)))
    .le(half * (H(J, M, given=B) + H(J, M, given=A)), by=information_within_entropy(H(J, M, given=A)))
    .le(half * (H(J, M) + H(J, M, given=A)), by=conditioning(H(J, M)))
    .le(H(J, M), by=conditioning(H(J, M)))
)
