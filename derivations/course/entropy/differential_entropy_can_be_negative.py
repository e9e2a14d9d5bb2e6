"""Differential entropy can be negative.

On an interval shorter than 1 the density exceeds 1, so that its logarithm is positive.  Differential
entropy is no amount of information: it depends on the units of measurement.
"""

from symbolic_info.blackboard import *

P = Uniform(0, Rational(1, 10))

proof = (
    calc(Entropy(P))
    .eq(log(Rational(1, 10)), by=theorem("uniform_on_an_interval"))
    .eq(-log(10), by=algebra)
    .lt(0, by=algebra)
)
