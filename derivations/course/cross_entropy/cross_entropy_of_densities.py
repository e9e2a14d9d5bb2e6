"""For densities the sum becomes an integral.

The definition is the same expectation, of −log q(X) under P.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=LEBESGUE), Law("q", of=LEBESGUE)
p, q = P.density(x), Q.density(x)

proof = (
    calc(CrossEntropy(P, Q), given=[Covers(P, Q), Finite(CrossEntropy(P, Q))])
    .eq(P.expect(-log(q)), by=definition)
    .eq(Total(P, -p * log(q), x), by=expectation)
)
