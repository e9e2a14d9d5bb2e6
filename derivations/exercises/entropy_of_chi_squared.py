"""The entropy of a sum of squares.

What is the differential entropy of the sum of squares of k independent standard normal variables?
"""
from symbolic_info.blackboard import *

exercise = ask("H(ChiSquared(k))")
