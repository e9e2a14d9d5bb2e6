"""What X tells about Y is what Y tells about X.

The definition treats both alike.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J, X, Y))
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .eq(I(J, Y, X), by=definition)
)
