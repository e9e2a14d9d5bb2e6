"""One nat is 1/log 2 = 1.4427 bits.

An event of probability 1/e carries one nat.  A bit is the information of a fair coin's toss, log 2 nats.
"""

from symbolic_info.blackboard import *

proof = (
    calc(Measured(SelfInformation(exp(-1)), bits.symbol))
    .eq(SelfInformation(exp(-1)) / log(2), by=unit)
    .eq(1 / log(2), by=definition)
)
