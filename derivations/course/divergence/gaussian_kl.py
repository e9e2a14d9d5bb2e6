"""The divergence between two normal laws.

Both log-densities are quadratic in x, so their difference needs nothing but the first two moments.
"""

from symbolic_info.blackboard import *

m, n = real("mu_1 mu_2")
s, t = positive("sigma_1 sigma_2")
P, Q = Normal(m, s), Normal(n, t)
E = P.expect

proof = (
    calc(KL(P, Q))
    .eq(E(log(t / s) + (x - n) ** 2 / (2 * t**2) - (x - m) ** 2 / (2 * s**2)), by=definition)
    .eq(log(t / s) + E((x - n) ** 2) / (2 * t**2) - E((x - m) ** 2) / (2 * s**2), by=linearity)
    .eq(log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - half, by=(linearity, tilting))
)
