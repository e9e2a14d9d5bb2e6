"""No law diverges from itself.

Every log-ratio is log 1 = 0.
"""

from symbolic_info.blackboard import *

P = Law("p", of=ANY)
p = P.density(x)

proof = calc(KL(P, P)).eq(P.expect(log(p) - log(p)), by=definition).eq(0, by=linearity)
