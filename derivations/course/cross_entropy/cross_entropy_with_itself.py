"""The cross-entropy of a law with itself is its entropy.

The one difference between the two is what stands inside the logarithm: the law or the model.
"""

from symbolic_info.blackboard import *

P = Law("p", of=ANY)
p = P.density(x)

proof = calc(CrossEntropy(P, P)).eq(P.expect(-log(p)), by=definition).eq(Entropy(P), by=definition)
