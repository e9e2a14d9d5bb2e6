"""A waiting time.

Calls come at rate λ.  What is the differential entropy, in nats, of the time to the next one?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Exponential(lambda))")
