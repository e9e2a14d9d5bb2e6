"""X is independent of Y and of Z, and not of both: two coins and their sum.

So I(X; Y) = 0 and I(X; Z) = 0 do not give I(X; Y, Z) = 0.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(a, b, (a + b) % 2): Rational(1, 4) for a in (0, 1) for b in (0, 1)})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, X, (Y, Z)))
    .eq(log(2), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(I(T, X, Y) + I(T, X, Z), by=(definition, expectation))
)
