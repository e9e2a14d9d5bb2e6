"""The chain rule: the uncertainty of a pair is that of one variable, and then of the other."""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)

proof = (
    calc(H(J), given=[Finite(H(J)), Finite(H(J, Y))])
    .eq(J.expect(-log(pxy), (x, y)), by=definition)
    .eq(J.expect(-log(py), (x, y)) + J.expect(-log(pxy / py), (x, y)), by=linearity)
    .eq(Marginal(J, Y).expect(-log(py), y) + J.expect(-log(pxy / py), (x, y)), by=marginal)
    .eq(H(J, Y) + H(J, X, given=Y), by=definition)
)
