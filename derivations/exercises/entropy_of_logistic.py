"""The entropy of a logistic law.

Give the differential entropy of the logistic law with scale s.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Logistic(mu, s))")
