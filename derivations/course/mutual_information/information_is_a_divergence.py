"""Mutual information is the divergence of the joint law from the product of its marginals.

It measures how far two variables are from being independent.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J))
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .eq(KL(J, ProductLaw(J)), by=definition)
)
