"""A coin of unknown bias.

Give the entropy of a toss of a coin that shows heads with probability φ, in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Bernoulli(phi))")
