"""Entropy is the expected self-information.

Each outcome counts with its probability; outcomes that cannot happen count nothing (0·log 0 = 0).
"""

from symbolic_info.blackboard import *

P = Law("p", of=COUNTING)
p = P.density(x)

proof = (
    calc(Entropy(P), given=[Finite(Entropy(P))])
    .eq(P.expect(-log(p)), by=definition)
    .eq(P.expect(SelfInformation(p)), by=definition)
    .eq(Total(P, -p * log(p), x), by=(definition, expectation))
)
