"""The loss of a classifier of two classes.

The label is 1 with probability p, and the model says q.  Give the cross-entropy in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("CE(Bernoulli(p), Bernoulli(q))")
