"""Independent variables share no information.

If p(x, y) = p(x) p(y), every log-ratio is log 1.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J), given=[AlmostSurely(J, Eq(pxy, px * py), (x, y))])
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .eq(0, by=(almost_surely, linearity))
)
