"""The law of the largest.

The largest of n independent uniform numbers from (0, 1) has the density n·x^{n−1}.  What is its differential
entropy?
"""
from symbolic_info.blackboard import *

exercise = ask("H(PowerLaw(n))")
