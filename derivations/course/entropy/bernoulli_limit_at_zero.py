"""A coin that almost never shows heads carries almost no information.

φ log φ goes to 0 with φ: rare outcomes are surprising, but too rare to matter.
"""

from symbolic_info.blackboard import *

phi = positive("phi")


def at_zero(f):
    return limit(f, phi, 0)


proof = (
    calc(at_zero(Entropy(Bernoulli(phi))))
    .eq(at_zero(-phi * log(phi) - (1 - phi) * log(1 - phi)), by=theorem("bernoulli"))
    .eq(0, by=limits)
)
