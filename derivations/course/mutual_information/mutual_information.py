"""Mutual information compares the joint law with the product of its marginals.

It is the mean log-ratio of how likely a pair is, and how likely it would be if the variables were independent.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J), given=[Finite(I(J))])
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .eq(Total(J, pxy * log(pxy / (px * py)), (x, y)), by=expectation)
)
