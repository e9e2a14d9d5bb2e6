"""Two normal laws have no divergence only if both parameters agree.

With the ratio r = σ₁²/σ₂² of the variances it is (r − 1 − log r)/2 plus a square, and log r ≤ r − 1 with
equality at r = 1 only.
"""

from symbolic_info.blackboard import *

m, n = real("mu_1 mu_2")
s, t = positive("sigma_1 sigma_2")

proof = (
    calc(KL(Normal(m, s), Normal(n, t)))
    .eq(log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - half, by=theorem("gaussian_kl"))
    .eq(-log(s**2 / t**2) / 2 + (s**2 / t**2 - 1) / 2 + (m - n) ** 2 / (2 * t**2), by=algebra)
    .ge((m - n) ** 2 / (2 * t**2), by=log_tangent)
    .ge(0, by=squares)
)
