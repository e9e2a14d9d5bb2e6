"""Two binomial laws.

The same n trials succeed with probability p under P and with q under Q.  Give D(P ‖ Q) for the number of
successes.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Binomial(n, p), Binomial(n, q))")
