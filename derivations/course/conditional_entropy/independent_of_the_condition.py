"""If X and Y are independent, observing Y tells nothing about X.

The conditional law of X is its law, so the conditional entropy is its entropy.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(H(J, X, given=Y), given=[AlmostSurely(J, Eq(pxy, px * py), (x, y))])
    .eq(J.expect(-log(pxy / py), (x, y)), by=definition)
    .eq(J.expect(-log(px), (x, y)), by=almost_surely)
    .eq(Marginal(J, X).expect(-log(px)), by=marginal)
    .eq(H(J, X), by=definition)
)
