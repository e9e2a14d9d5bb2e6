"""A coin that is almost certain.

What becomes of the entropy of a coin as its probability of heads goes to 0?
"""
from symbolic_info.blackboard import *

exercise = ask("limit(H(Bernoulli(phi)), phi, 0)")
