"""The number of heads in two tosses.

A coin of bias p is tossed twice, and only the number of heads is told.  Give its entropy in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Binomial(2, p))")
