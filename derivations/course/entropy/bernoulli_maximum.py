"""A coin is most uncertain when it is fair.

The entropy is strictly concave in φ, so its only stationary point is its maximum.
"""

from symbolic_info.blackboard import *

phi = positive("phi")
P = Bernoulli(phi)


def best(f):
    return maximum(f, phi, over=(0, 1))


proof = (
    calc(best(Entropy(P)))
    .eq(best(-phi * log(phi) - (1 - phi) * log(1 - phi)), by=theorem("bernoulli"))
    .eq(log(2), by=stationary_point(half))
)
