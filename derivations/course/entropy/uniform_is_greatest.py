"""Nothing on k outcomes has more entropy than the uniform law.

What a law lacks of log k is its divergence from the uniform law, and no divergence is negative.
"""

from symbolic_info.blackboard import *

k = natural("k")
P = Law("p", outcomes=k)
U = DiscreteUniform(k)
p = P.density(x)

proof = (
    calc(Entropy(P))
    .eq(P.expect(-log(p)), by=definition)
    .eq(log(k) - P.expect(log(p) + log(k)), by=linearity)
    .eq(log(k) - KL(P, U), by=definition)
    .le(log(k), by=theorem("gibbs"))
)
