"""Conditional entropy is the mean surprise at X when Y is known.

The surprise of x, once y is known, is −log p(x | y), where p(x | y) = p(x, y)/p(y).
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)

proof = (
    calc(H(J, X, given=Y), given=[Finite(H(J, X, given=Y))])
    .eq(J.expect(-log(pxy / py), (x, y)), by=definition)
    .eq(Total(J, -pxy * log(pxy / py), (x, y)), by=expectation)
)
