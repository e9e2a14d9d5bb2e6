"""Two geometric laws.

Give D(P ‖ Q) for geometric laws with success probabilities p and q.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Geometric(p), Geometric(q))")
