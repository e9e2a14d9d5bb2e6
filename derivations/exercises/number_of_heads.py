"""The number of heads.

{n} fair coins are tossed.  What is the entropy, in bits, of the number of heads?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Binomial({n}, 1/2))", bits, n=(2, 3, 4))
