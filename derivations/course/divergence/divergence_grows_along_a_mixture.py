"""The divergence grows as the model moves away from the truth.

Along the segment from P to R it never falls: for 0 < s ≤ t < 1 the model at s is a mixture of the truth and
of the model at t, and the logarithm is concave.
"""

from symbolic_info.blackboard import *

s, t = positive("s t")
P, R = Law("p", of=ANY), Law("r", of=ANY)
p, r = P.density(x), R.density(x)
near, far = Mixture(P, R, s), Mixture(P, R, t)
at_far = (1 - t) * p + t * r
given = [s <= t, t < 1, Finite(Entropy(P)), Finite(CrossEntropy(P, far)), Finite(CrossEntropy(P, near))]

proof = (
    calc(KL(P, near), given=given)
    .eq(P.expect(log(p)) - P.expect(log((1 - s) * p + s * r)), by=(definition, linearity))
    .le((s / t) * (P.expect(log(p)) - P.expect(log(at_far))), by=log_concavity(s / t, p, at_far))
    .eq((s / t) * KL(P, far), by=(definition, linearity))
    .le(KL(P, far), by=theorem("gibbs"))
)
