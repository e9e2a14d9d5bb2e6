"""The entropy of a normal law depends on its spread only.

The mean moves the law without making it wider.
"""

from symbolic_info.blackboard import *

m, s = real("mu"), positive("sigma")
P = Normal(m, s)

proof = (
    calc(Entropy(P))
    .eq(P.expect(log(2 * pi * s**2) / 2 + (x - m) ** 2 / (2 * s**2)), by=definition)
    .eq(log(2 * pi * s**2) / 2 + P.expect((x - m) ** 2) / (2 * s**2), by=linearity)
    .eq(log(2 * pi * exp(1) * s**2) / 2, by=(linearity, tilting))
)
