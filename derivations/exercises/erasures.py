"""A channel that erases.

A bit that is 1 with probability p is erased with probability ε.  How much does the output tell of it, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("I(BEC(p, epsilon))")
