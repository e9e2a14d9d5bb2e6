"""What two variables share.

X (rows) and Y (columns) have the joint probabilities {table}.  Find I(X; Y) in bits.
"""
from symbolic_info.blackboard import *

exercise = ask(
    "I(Table({table}))", bits, table=("[[1/3, 1/3], [0, 1/3]]", "[[1/2, 1/4], [0, 1/4]]", "[[1/8, 3/8], [3/8, 1/8]]"),
)
