"""Three classes.

A classifier gives the classes the probabilities {p}.  What is its entropy, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Categorical({p}))", p=("1/2, 1/4, 1/4", "7/10, 2/10, 1/10", "1/3, 1/3, 1/3"))
