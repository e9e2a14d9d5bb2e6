"""Cross-entropy and divergence have the same gradient in the parameters of the model.

The entropy of the truth is a constant for the optimiser.
"""

from symbolic_info.blackboard import *

theta = real("theta")
P, Q = Law("p", of=ANY), Model("q", theta)
given = [
    Finite(Entropy(P)),
    Always(Covers(P, Q), theta),
    Always(Finite(CrossEntropy(P, Q)), theta),
    Finite(derivative(KL(P, Q), theta)),
]

proof = (
    calc(derivative(CrossEntropy(P, Q), theta), given=given)
    .eq(derivative(Entropy(P) + KL(P, Q), theta), by=theorem("cross_entropy_splits"))
    .eq(derivative(KL(P, Q), theta), by=constant_in_the_parameter)
)
