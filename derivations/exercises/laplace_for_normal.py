"""A normal law by a Laplace law.

P is standard normal, Q is the Laplace law about 0 with scale b.  Give D(P ‖ Q).
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Normal(0, 1), Laplace(0, b))")
