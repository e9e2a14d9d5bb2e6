"""A coin is most uncertain when it is fair, without calculus.

What a coin lacks of one bit is its divergence from a fair coin, and no divergence is negative.
"""

from symbolic_info.blackboard import *

P = Bernoulli(positive("phi"))
fair = Bernoulli(half)

proof = (
    calc(Entropy(P))
    .eq(log(2) - KL(P, fair), by=(definition, linearity, tilting))
    .le(log(2), by=theorem("gibbs"))
)
