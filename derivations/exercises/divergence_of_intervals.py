"""An interval within another.

P is uniform on (0, a), Q uniform on (0, b), and a < b.  Give D(P ‖ Q).
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Uniform(0, a), Uniform(0, b))", given=("0 < a", "a < b"))
