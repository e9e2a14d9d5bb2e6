"""A model for counts.

Counts follow the Poisson law of mean λ; the model is geometric with parameter p.  Give the cross-entropy.
"""
from symbolic_info.blackboard import *

exercise = ask("CE(Poisson(lambda), Geometric(p))")
