"""If X is a function of Y, then nothing about X is uncertain once Y is known.

Given y, the one possible value of X has probability 1: p(x, y) = p(y) with probability 1.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)

proof = (
    calc(H(J, X, given=Y), given=[AlmostSurely(J, Eq(pxy, py), (x, y))])
    .eq(J.expect(-log(pxy / py), (x, y)), by=definition)
    .eq(0, by=(almost_surely, linearity))
)
