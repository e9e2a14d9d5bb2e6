"""Any two of two coins and their sum are independent, and all three are not.

The entropies of the pairs add up, those of the three do not.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(a, b, (a + b) % 2): Rational(1, 4) for a in (0, 1) for b in (0, 1)})
X, Y, Z = T.coordinates

proof = (
    calc(H(T))
    .eq(2 * log(2), by=(definition, expectation))
    .lt(3 * log(2), by=algebra)
    .eq(H(T, X) + H(T, Y) + H(T, Z), by=(definition, expectation))
)
