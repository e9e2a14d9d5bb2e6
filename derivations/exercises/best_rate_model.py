"""The best rate.

Waiting times are exponential of rate {a}.  For which rate b of an exponential model is the divergence least?
"""
from symbolic_info.blackboard import *

exercise = ask("argmin(KL(Exponential({a}), Exponential(b)), b)", a=(2, "1/3", 5))
