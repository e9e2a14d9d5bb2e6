"""The regulariser of a variational autoencoder: the divergence of a normal law from the standard one.

It pulls the mean to 0 and the variance to 1, and is the price of encoding an input more precisely.
"""

from symbolic_info.blackboard import *

mu, sigma = real("mu"), positive("sigma")

proof = (
    calc(KL(Normal(mu, sigma), Normal(0, 1)))
    .eq(log(1 / sigma) + (sigma**2 + (mu - 0) ** 2) / 2 - half, by=theorem("gaussian_kl"))
    .eq((mu**2 + sigma**2 - log(sigma**2) - 1) / 2, by=algebra)
)
