"""A scaled normal variable.

Z is standard normal.  What is the differential entropy of {a}Z + {b}, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("H({a}*Normal(0, 1) + {b})", a=(3, 2, "1/2"), b=(1, 7))
