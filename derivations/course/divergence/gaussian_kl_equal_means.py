"""For equal means only the ratio of the standard deviations matters."""

from symbolic_info.blackboard import *

m = real("mu")
s, t = positive("sigma_1 sigma_2")

proof = (
    calc(KL(Normal(m, s), Normal(m, t)))
    .eq(log(t / s) + s**2 / (2 * t**2) - half, by=theorem("gaussian_kl"))
)
