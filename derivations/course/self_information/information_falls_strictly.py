"""The smaller the probability, the larger the information, strictly.

Its slope −1/p is negative wherever p is positive: the second of the three properties.
"""

from symbolic_info.blackboard import *

p = positive("p")

proof = (
    calc(derivative(SelfInformation(p), p), given=[p < 1])
    .eq(derivative(-log(p), p), by=definition)
    .eq(-1 / p, by=differentiation)
    .lt(0, by=algebra)
)
