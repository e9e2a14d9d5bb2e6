"""Two coins and their sum: knowing the sum makes independent coins tell each other.

So I(X; Y | Z) ≤ I(X; Y) is false without a further assumption, such as X → Y → Z.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(a, b, (a + b) % 2): Rational(1, 4) for a in (0, 1) for b in (0, 1)})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, X, Y, given=Z))
    .eq(log(2), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(I(T, X, Y), by=(definition, expectation))
)
