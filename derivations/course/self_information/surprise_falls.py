"""Surprise falls as the probability rises.

The logarithm increases, so −log p decreases: of two events the less likely one is the greater news.
"""

from symbolic_info.blackboard import *

p, q = positive("p q")

proof = (
    calc(SelfInformation(p), given=[p < q, q <= 1])
    .eq(-log(p), by=definition)
    .gt(-log(q), by=algebra)
    .eq(SelfInformation(q), by=definition)
)
