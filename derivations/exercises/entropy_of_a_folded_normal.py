"""The size of a normal error.

What is the differential entropy of |Z|, for Z normal with mean 0 and standard deviation σ?
"""
from symbolic_info.blackboard import *

exercise = ask("H(HalfNormal(sigma))")
