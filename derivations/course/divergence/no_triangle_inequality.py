"""The divergence obeys no triangle inequality, so it is no metric.

From N(0, 1) to N(0, 16) it is 0.918; by way of N(0, 4) it is 0.636 in all: the detour is shorter.
"""

from symbolic_info.blackboard import *

P, R, Q = Normal(0, 1), Normal(0, 2), Normal(0, 4)

proof = (
    calc(KL(P, Q))
    .eq(2 * log(2) - Rational(15, 32), by=theorem("gaussian_kl"))
    .gt(2 * log(2) - Rational(3, 4), by=algebra)
    .eq(KL(P, R) + KL(R, Q), by=theorem("gaussian_kl"))
)
