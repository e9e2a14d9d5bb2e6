"""Tossing a given coin until heads.

A coin shows heads with probability {p}, and is tossed until it does.  What is the entropy, in bits, of the
number of tails before?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Geometric({p}))", bits, p=("1/2", "1/4", "1/3"))
