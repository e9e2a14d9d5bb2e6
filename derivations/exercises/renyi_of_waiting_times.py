"""Rényi entropy of a waiting time.

Give the Rényi entropy of order α of the exponential law of rate λ.
"""
from symbolic_info.blackboard import *

exercise = ask("Renyi(alpha, Exponential(lambda))")
