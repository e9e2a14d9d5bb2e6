"""Errors with heavier tails.

Give the differential entropy of the Laplace law with density e^{−|x − μ|/b}/(2b), in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Laplace(mu, b))")
