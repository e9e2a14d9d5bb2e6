"""Differential entropy is the mean of −log p(X) under a density p.

Where the density vanishes nothing is added.  The integral is assumed to converge.
"""

from symbolic_info.blackboard import *

P = Law("p", of=LEBESGUE)
p = P.density(x)

proof = (
    calc(Entropy(P), given=[Finite(Entropy(P))])
    .eq(P.expect(-log(p)), by=definition)
    .eq(Total(P, -p * log(p), x), by=expectation)
)
