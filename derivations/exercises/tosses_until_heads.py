"""Tossing until heads.

A coin that shows heads with probability p is tossed until heads; X counts the tails before.  What is H(X), in
bits?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Geometric(p))", bits)
