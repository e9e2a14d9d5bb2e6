"""A biased coin.

A coin shows heads with probability {p}.  What is the entropy of a toss, in bits?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Bernoulli({p}))", bits, p=("1/4", "1/10", "1/3", "2/5"))
