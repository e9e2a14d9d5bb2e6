"""The logarithm of a reciprocal is the negative logarithm.

So the surprise log 1/p of an event is written −log p.
"""

from symbolic_info.blackboard import *

u = positive("u")

proof = calc(log(1 / u)).eq(-log(u), by=algebra)
