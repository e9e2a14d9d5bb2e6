"""Ingleton's inequality fails for two coins A and B, whether both are heads, and whether both are tails.

It holds for subspaces of a vector space, but not for all random variables.
"""

from symbolic_info.blackboard import *

T = Outcomes("A B C D", {(a, b, a * b, (1 - a) * (1 - b)): Rational(1, 4) for a in (0, 1) for b in (0, 1)})
A, B, C, D = T.coordinates

proof = (
    calc(I(T, C, D))
    .eq(Rational(5, 2) * log(2) - Rational(3, 2) * log(3), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(I(T, C, D, given=A) + I(T, C, D, given=B) + I(T, A, B), by=(definition, expectation))
)
