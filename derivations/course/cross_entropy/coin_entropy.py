"""The biased coin of the course: its entropy.

A coin that shows heads nine times in ten is far from uncertain: 0.325 nats, where a fair one has 0.693.
"""

from symbolic_info.blackboard import *

P = Bernoulli(Rational(9, 10))

proof = (
    calc(Entropy(P))
    .eq(-Rational(9, 10) * log(Rational(9, 10)) - Rational(1, 10) * log(Rational(1, 10)), by=theorem("bernoulli"))
    .eq(log(10) - Rational(9, 5) * log(3), by=algebra)
)
