"""Knowing Y takes as much from the uncertainty about X as knowing X takes from that about Y."""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, X).density(x), Marginal(J, Y).density(y)


def E(f):
    return J.expect(f, (x, y))


proof = (
    calc(H(J, X) - H(J, X, given=Y), given=[Finite(h) for h in (H(J, X), H(J, Y), H(J, X, given=Y))])
    .eq(I(J), by=theorem("information_as_reduction"))
    .eq(E(log(pxy / (px * py))), by=definition)
    .eq(E(-log(py)) - E(-log(pxy / px)), by=linearity)
    .eq(Marginal(J, Y).expect(-log(py), y) - E(-log(pxy / px)), by=marginal)
    .eq(H(J, Y) - H(J, Y, given=X), by=definition)
)
