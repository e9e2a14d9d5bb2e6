"""For mass functions the divergence is a sum.

Each outcome counts with its true probability; where the truth has none, nothing is added.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=COUNTING), Law("q", of=COUNTING)
p, q = P.density(x), Q.density(x)

proof = (
    calc(KL(P, Q), given=[Covers(P, Q), Finite(KL(P, Q))])
    .eq(P.expect(log(p / q)), by=definition)
    .eq(Total(P, p * log(p / q), x), by=expectation)
)
