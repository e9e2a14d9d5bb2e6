"""The entropy of the uniform law on (0, 0.1) follows from the scaling law.

A tenth of a uniform variable on (0, 1): its entropy is 0 + log 0.1 = −log 10.
"""

from symbolic_info.blackboard import *

X = Uniform(0, 1)

proof = (
    calc(Entropy(scaled(X, Rational(1, 10))))
    .eq(Entropy(X) + log(Rational(1, 10)), by=theorem("scaling_law"))
    .eq(-log(10), by=theorem("unit_interval"))
)
