"""Two normal laws of one variance diverge by the squared distance of their means, in units of the variance."""

from symbolic_info.blackboard import *

m, n = real("mu_1 mu_2")
s = positive("s")

proof = (
    calc(KL(Normal(m, s), Normal(n, s)))
    .eq(log(s / s) + (s**2 + (m - n) ** 2) / (2 * s**2) - half, by=theorem("gaussian_kl"))
    .eq((m - n) ** 2 / (2 * s**2), by=algebra)
)
