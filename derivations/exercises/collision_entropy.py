"""The collision entropy of a coin.

Give the Rényi entropy of order 2 of a coin with probability p of heads.
"""
from symbolic_info.blackboard import *

exercise = ask("Renyi(2, Bernoulli(p))")
