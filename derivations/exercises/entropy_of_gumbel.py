"""The entropy of a Gumbel law.

Give the differential entropy of the Gumbel law with scale β.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Gumbel(mu, beta))")
