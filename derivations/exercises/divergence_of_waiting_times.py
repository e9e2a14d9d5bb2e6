"""Two waiting times.

Give D(P ‖ Q) for exponential laws of rates a and b.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Exponential(a), Exponential(b))")
