"""Cross-entropy is entropy plus divergence.

Of the two parts only the divergence depends on the model Q: to minimise the cross-entropy is to
minimise the divergence.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
p, q = P.density(x), Q.density(x)

proof = (
    calc(CrossEntropy(P, Q), given=[Covers(P, Q), Finite(Entropy(P)), Finite(CrossEntropy(P, Q))])
    .eq(P.expect(-log(q)), by=definition)
    .eq(P.expect(-log(p)) + P.expect(log(p) - log(q)), by=linearity)
    .eq(Entropy(P) + KL(P, Q), by=definition)
)
