"""That the sun rose is no news; an event that happens once in a thousand times is worth 6.9 nats.

A solar eclipse is informative because it is rare.
"""

from symbolic_info.blackboard import *

proof = (
    calc(SelfInformation(1))
    .eq(0, by=definition)
    .lt(log(1000), by=algebra)
    .eq(SelfInformation(Rational(1, 1000)), by=definition)
)
