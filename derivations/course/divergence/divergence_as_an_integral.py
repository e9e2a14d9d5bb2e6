"""For densities the divergence is an integral.

Two hypotheses are needed that texts leave out: P ≪ Q, and that the integral converges; else it is ∞.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=LEBESGUE), Law("q", of=LEBESGUE)
p, q = P.density(x), Q.density(x)

proof = (
    calc(KL(P, Q), given=[Covers(P, Q), Finite(KL(P, Q))])
    .eq(P.expect(log(p / q)), by=definition)
    .eq(Total(P, p * log(p / q), x), by=expectation)
)
