"""The biased coin of the course: its cross-entropy with a fair model.

Whoever believes that the coin is fair pays log 2 = 0.693 nats for each toss, whatever the coin.
"""

from symbolic_info.blackboard import *

P, Q = Bernoulli(Rational(9, 10)), Bernoulli(half)

proof = (
    calc(CrossEntropy(P, Q))
    .eq(P.expect(log(2)), by=(definition, algebra))
    .eq(log(2), by=linearity)
)
