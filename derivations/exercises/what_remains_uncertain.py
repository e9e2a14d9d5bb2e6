"""What remains uncertain.

X (rows) and Y (columns) have the joint probabilities {table}.  Find H(X | Y) in bits.
"""
from symbolic_info.blackboard import *

exercise = ask(
    "H(Table({table}), given=Y)",
    bits,
    table=("[[1/6, 1/12, 1/12], [1/12, 1/6, 1/12], [1/12, 1/12, 1/6]]", "[[1/3, 1/3], [0, 1/3]]"),
)
