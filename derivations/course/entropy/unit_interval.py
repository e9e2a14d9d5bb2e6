"""The uniform law on (0, 1) has differential entropy 0.

Its density is 1 everywhere on the interval, and log 1 = 0.
"""

from symbolic_info.blackboard import *

proof = calc(Entropy(Uniform(0, 1))).eq(0, by=theorem("uniform_on_an_interval"))
