"""No divergence is negative (Gibbs' inequality).

The one inequality behind it is log t ≤ t − 1, which is an equality at t = 1 only: the divergence
vanishes exactly when the two laws are the same.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
p, q = P.density(x), Q.density(x)

proof = (
    calc(KL(P, Q), given=[Covers(P, Q)])
    .eq(P.expect(log(p / q)), by=definition)
    .ge(1 - P.expect(q / p), by=log_tangent)
    .ge(0, by=normalisation)
)
