"""A model that rules out what happens.

P is uniform on (0, b), Q uniform on (0, a), and a < b.  What is D(P ‖ Q)?
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Uniform(0, b), Uniform(0, a))", given=("0 < a", "a < b"))
