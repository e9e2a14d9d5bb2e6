"""Cross-entropy and divergence order all models alike.

Between any two models both change by the same amount, because the entropy of P depends on neither: they have
the same minimiser.  To train a classifier on the cross-entropy is to minimise its divergence from the labels.
"""

from symbolic_info.blackboard import *

P, Q, R = Law("p", of=ANY), Law("q", of=ANY), Law("r", of=ANY)
finite = [Finite(Entropy(P)), Finite(CrossEntropy(P, Q)), Finite(CrossEntropy(P, R))]

proof = (
    calc(CrossEntropy(P, Q) - CrossEntropy(P, R), given=[Covers(P, Q), Covers(P, R), *finite])
    .eq((Entropy(P) + KL(P, Q)) - (Entropy(P) + KL(P, R)), by=theorem("cross_entropy_splits"))
)
