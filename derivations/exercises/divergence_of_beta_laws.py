"""Two beta laws.

Give D(P ‖ Q) for beta laws with parameters (a, b) and (c, d).
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Beta(a, b), Beta(c, d))")
