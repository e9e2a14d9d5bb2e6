"""Mutual information is what knowing Y takes away from the uncertainty about X."""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)


def E(f):
    return J.expect(f, (x, y))


proof = (
    calc(I(J), given=[Finite(H(J, X)), Finite(H(J, Y)), Finite(H(J, X, given=Y))])
    .eq(E(log(pxy / (px * py))), by=definition)
    .eq(E(-log(px)) - E(-log(pxy / py)), by=linearity)
    .eq(Marginal(J, X).expect(-log(px)) - E(-log(pxy / py)), by=marginal)
    .eq(H(J, X) - H(J, X, given=Y), by=definition)
)
