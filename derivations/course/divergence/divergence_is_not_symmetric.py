"""The divergence is not symmetric.

The biased coin of the course against the fair one costs 0.368 nats; the fair coin against the biased one, 0.511.
"""

from symbolic_info.blackboard import *

P, Q = Bernoulli(Rational(9, 10)), Bernoulli(half)

proof = (
    calc(KL(P, Q))
    .eq(Rational(9, 5) * log(3) - log(5), by=theorem("coin_divergence"))
    .lt(log(5) - log(3), by=algebra)
    .eq(KL(Q, P), by=(definition, linearity, tilting))
)
