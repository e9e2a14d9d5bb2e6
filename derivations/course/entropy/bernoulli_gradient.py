"""The slope of a coin's entropy is the log-odds of tails.

It is positive while tails are likelier than heads, and vanishes for a fair coin.
"""

from symbolic_info.blackboard import *

phi = positive("phi")
H = Entropy(Bernoulli(phi))

proof = (
    calc(derivative(H, phi))
    .eq(derivative(-phi * log(phi) - (1 - phi) * log(1 - phi), phi), by=theorem("bernoulli"))
    .eq(log((1 - phi) / phi), by=differentiation)
)
