"""Cross-entropy is the mean code length when the code is made for Q and the outcomes come from P.

An outcome to which the model gives the probability q costs −log q nats.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=COUNTING), Law("q", of=COUNTING)
p, q = P.density(x), Q.density(x)

proof = (
    calc(CrossEntropy(P, Q), given=[Covers(P, Q), Finite(CrossEntropy(P, Q))])
    .eq(P.expect(-log(q)), by=definition)
    .eq(Total(P, -p * log(q), x), by=expectation)
)
