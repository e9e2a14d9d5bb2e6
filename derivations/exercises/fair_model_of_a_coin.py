"""A fair model of a biased coin.

Heads come with probability {p}; the model says 1/2.  What does it pay, in bits: find the cross-entropy.
"""
from symbolic_info.blackboard import *

exercise = ask("CE(Bernoulli({p}), Bernoulli(1/2))", bits, p=("9/10", "3/4", "1/5"))
