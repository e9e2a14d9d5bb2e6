"""How far from uniform.

P gives three outcomes the probabilities {p}, Q gives each a third.  Find D(P ‖ Q) in bits.
"""
from symbolic_info.blackboard import *

exercise = ask(
    "KL(Categorical({p}), Categorical(1/3, 1/3, 1/3))", bits, p=("1/2, 1/4, 1/4", "1/2, 1/3, 1/6", "2/3, 1/6, 1/6"),
)
