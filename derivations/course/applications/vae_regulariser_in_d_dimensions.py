"""In d dimensions, with independent coordinates, the regulariser is the sum over the coordinates.

This is the term that implementations add to the loss, one summand for each latent variable.
"""

from symbolic_info.blackboard import *

d = natural("d")
i = Symbol("i", integer=True)
mu, sigma = Entry(real("mu"), i), Entry(positive("sigma"), i)

proof = (
    calc(KL(Independent(d, Normal(mu, sigma), i), Independent(d, Normal(0, 1), i)))
    .eq(Sum(1, d, KL(Normal(mu, sigma), Normal(0, 1)), i), by=independent_coordinates)
    .eq(Sum(1, d, (mu**2 + sigma**2 - log(sigma**2) - 1) / 2, i), by=theorem("vae_regulariser"))
)
