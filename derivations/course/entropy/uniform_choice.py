"""The entropy of a uniform choice among k outcomes is log k.

Every outcome is equally surprising, so the mean surprise is the surprise of any one of them.
"""

from symbolic_info.blackboard import *

k = natural("k")
U = DiscreteUniform(k)

proof = calc(Entropy(U)).eq(U.expect(log(k)), by=definition).eq(log(k), by=linearity)
