"""The entropy of a beta law.

Give the differential entropy of the beta law with parameters α and β.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Beta(alpha, beta))")
