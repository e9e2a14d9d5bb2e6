"""The mean square.

Give E[X²] for X normal with mean μ and standard deviation σ.
"""
from symbolic_info.blackboard import *

exercise = ask("E(Normal(mu, sigma), x**2)")
