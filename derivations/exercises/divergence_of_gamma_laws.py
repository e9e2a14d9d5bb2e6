"""Two gamma laws.

Give D(P ‖ Q) for gamma laws with shapes a and c and rates b and d.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Gamma(a, b), Gamma(c, d))")
