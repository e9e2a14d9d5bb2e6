"""The cross-entropy of two normal laws: a squared error plus the log of a scale.

For fixed σ₂ it is, up to constants, the mean squared error: why regression minimises squares.
"""

from symbolic_info.blackboard import *

m, n = real("mu_1 mu_2")
s, t = positive("sigma_1 sigma_2")
P, Q = Normal(m, s), Normal(n, t)

proof = (
    calc(CrossEntropy(P, Q))
    .eq(P.expect(log(2 * pi * t**2) / 2 + (x - n) ** 2 / (2 * t**2)), by=definition)
    .eq(log(2 * pi * t**2) / 2 + P.expect((x - n) ** 2) / (2 * t**2), by=linearity)
    .eq(log(2 * pi * t**2) / 2 + (s**2 + (m - n) ** 2) / (2 * t**2), by=(linearity, tilting))
)
