"""A coin's entropy is strictly concave.

Its second derivative, −1/(φ(1 − φ)), is negative: a mixture of two coins is more uncertain than they are.
"""

from symbolic_info.blackboard import *

phi = positive("phi")
H = Entropy(Bernoulli(phi))

proof = (
    calc(derivative(derivative(H, phi), phi))
    .eq(derivative(log((1 - phi) / phi), phi), by=theorem("bernoulli_gradient"))
    .eq(-1 / (phi * (1 - phi)), by=differentiation)
    .lt(0, by=algebra)
)
