"""Entropy is never negative, and zero only for a constant.

No probability exceeds 1, so no surprise is negative.  The mean of something nonnegative vanishes only if it
vanishes with probability 1: then the one outcome that occurs has probability 1.
"""

from symbolic_info.blackboard import *

P = Law("p", of=COUNTING)
p = P.density(x)

proof = calc(Entropy(P)).eq(P.expect(-log(p)), by=definition).ge(0, by=nonnegative)
