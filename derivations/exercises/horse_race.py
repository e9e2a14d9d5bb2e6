"""A race of horses.

The horses of a race win with the probabilities {odds}.  What is the entropy of the winner, in bits: the least
mean number of yes-or-no questions?
"""
from symbolic_info.blackboard import *

exercise = ask(
    "H(Categorical({odds}))",
    bits,
    odds=("1/2, 1/4, 1/8, 1/16, 1/64, 1/64, 1/64, 1/64", "1/2, 1/4, 1/8, 1/8", "1/3, 1/3, 1/6, 1/6"),
)
