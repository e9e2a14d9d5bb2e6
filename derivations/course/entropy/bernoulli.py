"""The entropy of a coin.

One toss shows heads with probability φ; its mean surprise weighs −log φ with φ and −log(1 − φ) with 1 − φ.
"""

from symbolic_info.blackboard import *

phi = positive("phi")
P = Bernoulli(phi)

proof = (
    calc(Entropy(P))
    .eq(P.expect(-x * log(phi) - (1 - x) * log(1 - phi)), by=definition)
    .eq(-P.expect(x) * log(phi) - (1 - P.expect(x)) * log(1 - phi), by=linearity)
    .eq(-phi * log(phi) - (1 - phi) * log(1 - phi), by=tilting)
)
