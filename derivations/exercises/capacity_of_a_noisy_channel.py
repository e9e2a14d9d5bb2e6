"""The capacity of a noisy channel.

A channel flips each bit with probability {e}.  What is its capacity, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("max(I(BSC(p, {e})), p)", e=("1/10", "1/4", "15/100"))
