"""The middle of the diagram may be negative: two coins and their sum.

I(X; Y; Z) = I(X; Y) − I(X; Y | Z) is no amount of anything.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(a, b, (a + b) % 2): Rational(1, 4) for a in (0, 1) for b in (0, 1)})
X, Y, Z = T.coordinates

proof = calc(I(T, X, Y) - I(T, X, Y, given=Z)).eq(-log(2), by=(definition, expectation)).lt(0, by=algebra)
