"""The entropy of a normal law.

Give the differential entropy of N(μ, σ²), in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Normal(mu, sigma))")
