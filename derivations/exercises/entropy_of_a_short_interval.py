"""A number from a short interval.

A number is drawn uniformly from (0, {b}).  What is its differential entropy in bits, and is it positive?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Uniform(0, {b}))", bits, b=("1/8", "1/10", 3, "1/2"))
