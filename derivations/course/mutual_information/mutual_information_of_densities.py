"""For continuous variables the double sum becomes a double integral.

The definition is the same expectation under the joint density.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=LEBESGUE)
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)

proof = (
    calc(I(J), given=[Finite(I(J))])
    .eq(J.expect(log(pxy / (px * py)), (x, y)), by=definition)
    .eq(Total(J, pxy * log(pxy / (px * py)), (x, y)), by=expectation)
)
