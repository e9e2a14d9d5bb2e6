"""No model has a smaller cross-entropy than the truth itself.

The excess over the entropy is the divergence, which vanishes exactly when the model is the truth.
"""

from symbolic_info.blackboard import *

P, Q = Law("p", of=ANY), Law("q", of=ANY)
given = [Covers(P, Q), Finite(Entropy(P)), Finite(CrossEntropy(P, Q))]

proof = (
    calc(CrossEntropy(P, Q), given=given)
    .eq(Entropy(P) + KL(P, Q), by=theorem("cross_entropy_splits"))
    .ge(Entropy(P), by=theorem("gibbs"))
    .eq(CrossEntropy(P, P), by=theorem("cross_entropy_with_itself"))
)
