"""The entropy of a gamma law.

Give the differential entropy of the gamma law with shape α and rate β.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Gamma(alpha, beta))")
