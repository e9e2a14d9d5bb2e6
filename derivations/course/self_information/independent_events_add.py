"""The information of independent events adds.

Probabilities of independent events multiply; the logarithm turns the product into a sum.  This is why
models are trained on log-likelihoods: a product of many small probabilities leaves the range of the
machine's numbers, the sum of their logarithms does not.
"""

from symbolic_info.blackboard import *

p, q = positive("p q")

proof = (
    calc(SelfInformation(p * q), given=[p <= 1, q <= 1])
    .eq(-log(p * q), by=definition)
    .eq(-log(p) - log(q), by=algebra)
    .eq(SelfInformation(p) + SelfInformation(q), by=definition)
)
