"""Shearer's lemma on a cycle of four: every variable is covered twice.

Two opposite pairs, and then the other two, each bound the whole.
"""

from symbolic_info.blackboard import *

J, A, B, C, D = variables("A B C D")

proof = (
    calc(2 * H(J))
    .eq(2 * H(J, (A, B)) + 2 * H(J, (C, D)) - 2 * I(J, (A, B), (C, D)), by=information_as_entropies)
    .eq(
        H(J, (A, B)) + H(J, (B, C)) + H(J, (C, D)) + H(J, (D, A)) - I(J, (A, B), (C, D)) - I(J, (B, C), (D, A)),
        by=information_as_entropies,
    )
    .le(H(J, (A, B)) + H(J, (B, C)) + H(J, (C, D)) + H(J, (D, A)), by=nonnegative_information)
)
