"""Heads and tails may change places without changing the entropy.

Entropy depends on the probabilities, not on the names of the outcomes.
"""

from symbolic_info.blackboard import *

phi = positive("phi")

proof = (
    calc(Entropy(Bernoulli(phi)))
    .eq(-phi * log(phi) - (1 - phi) * log(1 - phi), by=theorem("bernoulli"))
    .eq(Entropy(Bernoulli(1 - phi)), by=theorem("bernoulli"))
)
