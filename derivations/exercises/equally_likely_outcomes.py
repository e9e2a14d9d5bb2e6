"""Equally likely outcomes.

What is the entropy of k equally likely outcomes, in bits?
"""
from symbolic_info.blackboard import *

exercise = ask("H(DiscreteUniform(k))", bits)
