"""The gradient of the likelihood vanishes with the likelihood.

At p = 0.01 the slope of p¹⁰⁰ is 10⁻¹⁹⁶: no step of gradient descent would move.
"""

from symbolic_info.blackboard import *

p = positive("p")

proof = calc(derivative(p**100, p, at=Rational(1, 100))).eq(Rational(1, 10**196), by=differentiation)
