"""The self-information of the event X = x is −log P(X = x).

It is measured in nats, for the logarithm is the natural one.
"""

from symbolic_info.blackboard import *

a = real("a")
p = Law("p", of=COUNTING).density(a)

proof = calc(SelfInformation(p), given=[p > 0]).eq(-log(p), by=definition)
