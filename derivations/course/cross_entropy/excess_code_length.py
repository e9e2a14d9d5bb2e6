"""What a code made for Q costs more than the best code is the divergence.

The best code for P needs H(P) nats on average; the code made for Q needs H(P, Q).
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
p, q = P.density(x), Q.density(x)

proof = (
    calc(CrossEntropy(P, Q) - Entropy(P), given=[Covers(P, Q), Finite(Entropy(P)), Finite(CrossEntropy(P, Q))])
    .eq(P.expect(-log(q)) - P.expect(-log(p)), by=definition)
    .eq(P.expect(log(p) - log(q)), by=linearity)
    .eq(KL(P, Q), by=definition)
)
