"""A constant has no entropy.

If the one outcome that occurs has probability 1, every surprise is −log 1 = 0.
"""

from symbolic_info.blackboard import *

P = Law("p", of=COUNTING)
p = P.density(x)

proof = (
    calc(Entropy(P), given=[AlmostSurely(P, Eq(p, 1), x)])
    .eq(P.expect(-log(p)), by=definition)
    .eq(0, by=(almost_surely, linearity))
)
