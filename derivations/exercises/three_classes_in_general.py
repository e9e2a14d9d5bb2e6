"""Three classes in general.

An outcome has three values, of probabilities p, q and 1 − p − q.  Give its entropy in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("H(Categorical(p, q, 1 - p - q))", given="p + q < 1")
