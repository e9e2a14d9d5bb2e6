"""The entropy of two variables together.

X (rows) and Y (columns) have the joint probabilities {table}.  Find H(X, Y) in bits.
"""
from symbolic_info.blackboard import *

exercise = ask(
    "H(Table({table}))",
    bits,
    table=("[[1/3, 1/3], [0, 1/3]]", "[[1/2, 1/4], [0, 1/4]]", "[[1/8, 1/16, 1/16], [1/4, 1/4, 1/4]]"),
)
