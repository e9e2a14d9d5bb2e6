"""The length of a random arrow.

Both coordinates of an arrow are independent normal with mean 0 and standard deviation σ.  What is the
differential entropy of its length?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Rayleigh(sigma))")
