"""The other way round.

X (rows) and Y (columns) have the joint probabilities {table}.  Find H(Y | X) in bits.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Table({table}), given=X)", bits, table=("[[1/3, 1/3], [0, 1/3]]", "[[1/2, 1/4], [0, 1/4]]"))
