"""The divergence is the gap between cross-entropy and entropy.

It is the extra price of the model Q, compared with the truth P.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
p, q = P.density(x), Q.density(x)

proof = (
    calc(KL(P, Q), given=[Covers(P, Q), Finite(Entropy(P)), Finite(CrossEntropy(P, Q))])
    .eq(P.expect(log(p) - log(q)), by=definition)
    .eq(P.expect(-log(q)) - P.expect(-log(p)), by=linearity)
    .eq(CrossEntropy(P, Q) - Entropy(P), by=definition)
)
