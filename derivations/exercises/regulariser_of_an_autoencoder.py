"""The regulariser of an autoencoder.

The encoder says N(μ, σ²), the prior is standard normal.  Give the divergence of the first from the second.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Normal(mu, sigma), Normal(0, 1))")
