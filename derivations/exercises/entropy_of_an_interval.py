"""A number from an interval.

A number is drawn uniformly from (a, b).  What is its differential entropy?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Uniform(a, b))")
