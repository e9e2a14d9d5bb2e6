"""Densities that agree almost everywhere have no divergence.

With Gibbs' inequality, whose case of equality is exactly this one: the divergence is zero if and only if the
two laws are the same.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
p, q = P.density(x), Q.density(x)

proof = (
    calc(KL(P, Q), given=[Covers(P, Q), AlmostSurely(P, Eq(p, q), x)])
    .eq(P.expect(log(p / q)), by=definition)
    .eq(0, by=(almost_surely, linearity))
)
