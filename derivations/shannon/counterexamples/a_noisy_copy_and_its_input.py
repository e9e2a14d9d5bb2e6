"""A coin through a channel that flips a quarter of the time tells less than half of itself.

So I(X; Y) ≥ H(X)/2 is false of a noisy copy.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y", {(0, 0): Rational(3, 8), (0, 1): Rational(1, 8), (1, 0): Rational(1, 8), (1, 1): Rational(3, 8)})
X, Y = T.coordinates

proof = (
    calc(I(T, X, Y))
    .eq(Rational(3, 4) * log(3) - log(2), by=(definition, expectation))
    .lt(log(2) / 2, by=algebra)
    .eq(half * H(T, X), by=(definition, expectation))
)
