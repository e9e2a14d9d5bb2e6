"""The entropy of a lognormal law.

Y = e^X for X normal with mean μ and standard deviation σ.  What is the differential entropy of Y?
"""
from symbolic_info.blackboard import *

exercise = ask("H(exp(Normal(mu, sigma)))")
