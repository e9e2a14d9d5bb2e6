"""A density can exceed 1.

On (0, 0.1) the uniform density is 10: a density is no probability, and its logarithm can be positive.
"""

from symbolic_info.blackboard import *

proof = calc(Density(Uniform(0, Rational(1, 10)), Rational(1, 20))).eq(10, by=density).gt(1, by=algebra)
