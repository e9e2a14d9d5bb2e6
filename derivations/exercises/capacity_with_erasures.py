"""The capacity with erasures.

A channel erases each bit with probability ε.  What is its capacity, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("max(I(BEC(p, epsilon)), p)")
