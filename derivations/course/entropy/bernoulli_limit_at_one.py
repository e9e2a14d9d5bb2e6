"""A coin that almost always shows heads carries almost no information.

The same as for a coin that almost never does, with the two sides exchanged.
"""

from symbolic_info.blackboard import *

phi = positive("phi")


def at_one(f):
    return limit(f, phi, 1, side=-1)


proof = (
    calc(at_one(Entropy(Bernoulli(phi))))
    .eq(at_one(-phi * log(phi) - (1 - phi) * log(1 - phi)), by=theorem("bernoulli"))
    .eq(0, by=limits)
)
