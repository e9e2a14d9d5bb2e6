"""Conditional entropy is never negative.

A pair is never more probable than one of its parts, so p(x | y) never exceeds 1.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)

proof = (
    calc(H(J, X, given=Y))
    .eq(J.expect(-log(pxy / py), (x, y)), by=definition)
    .ge(0, by=nonnegative)
)
