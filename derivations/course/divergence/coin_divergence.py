"""The biased coin of the course: the price of the wrong model.

The fair model costs 0.693 − 0.325 = 0.368 nats a toss more than the true one.
"""

from symbolic_info.blackboard import *

P, Q = Bernoulli(Rational(9, 10)), Bernoulli(half)

proof = (
    calc(KL(P, Q))
    .eq(CrossEntropy(P, Q) - Entropy(P), by=(definition, linearity))
    .eq(log(2) - (log(10) - Rational(9, 5) * log(3)), by=(theorem("coin_cross_entropy"), theorem("coin_entropy")))
    .eq(Rational(9, 5) * log(3) - log(5), by=algebra)
)
