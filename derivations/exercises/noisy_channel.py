"""A noisy channel.

A fair bit is sent; it is flipped with probability ε.  How much does the output tell of it, in bits?
"""
from symbolic_info.blackboard import *

exercise = ask("I(BSC(1/2, epsilon))", bits)
