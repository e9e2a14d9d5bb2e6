"""The more equally likely options, the more uncertainty.

A uniform choice among k + 1 outcomes has more entropy than one among k.
"""

from symbolic_info.blackboard import *

k = natural("k")

proof = (
    calc(Entropy(DiscreteUniform(k)))
    .eq(log(k), by=theorem("uniform_choice"))
    .lt(log(k + 1), by=algebra)
    .eq(Entropy(DiscreteUniform(k + 1)), by=theorem("uniform_choice"))
)
