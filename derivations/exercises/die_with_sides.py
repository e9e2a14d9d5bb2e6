"""A fair die.

A fair die has {k} sides.  What is the entropy of a throw, in bits?
"""
from symbolic_info.blackboard import *

exercise = ask("H(DiscreteUniform({k}))", bits, k=(6, 8, 12, 20))
