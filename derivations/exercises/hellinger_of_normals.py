"""The Hellinger distance of normal laws.

Give the squared Hellinger distance of two normal laws of the same σ.
"""
from symbolic_info.blackboard import *

exercise = ask("Hellinger2(Normal(mu_1, sigma), Normal(mu_2, sigma))")
