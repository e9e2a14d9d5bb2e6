"""Against the uniform model the cross-entropy is log k, whatever the law.

Who believes that all outcomes are equally likely pays the same for each of them.
"""

from symbolic_info.blackboard import *

k = natural("k")
P = Law("p", outcomes=k)

proof = (
    calc(CrossEntropy(P, DiscreteUniform(k)))
    .eq(P.expect(log(k)), by=definition)
    .eq(log(k), by=linearity)
)
