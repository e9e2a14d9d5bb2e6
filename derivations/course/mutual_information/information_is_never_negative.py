"""Mutual information is never negative, and zero exactly for independent variables.

It is a divergence; the same inequality, log t ≥ 1 − 1/t, is an equality only where p(x, y) = p(x) p(y).
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J))
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .ge(1 - J.expect(px * py / pxy, (x, y)), by=log_tangent)
    .ge(0, by=normalisation)
)
