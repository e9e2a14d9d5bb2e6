"""The gradient of the log-likelihood stays usable.

At the same point, where the slope of p¹⁰⁰ is 10⁻¹⁹⁶, the slope of its logarithm is ten thousand.
"""

from symbolic_info.blackboard import *

p = positive("p")

proof = (
    calc(derivative(log(p**100), p, at=Rational(1, 100)))
    .eq(derivative(100 * log(p), p, at=Rational(1, 100)), by=algebra)
    .eq(10**4, by=differentiation)
)
