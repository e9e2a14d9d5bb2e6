"""The best model of a coin.

Heads come with probability {p}.  Which probability q should a model say, to make the cross-entropy least?
"""
from symbolic_info.blackboard import *

exercise = ask("argmin(CE(Bernoulli({p}), Bernoulli(q)), q)", p=("3/10", "1/4", "2/3"))
