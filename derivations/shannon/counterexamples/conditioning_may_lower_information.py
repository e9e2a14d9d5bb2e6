"""Three copies of a coin: knowing one leaves the others nothing to tell.

So I(X; Y | Z) ≥ I(X; Y) is false as well.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(0, 0, 0): half, (1, 1, 1): half})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, X, Y, given=Z))
    .eq(0, by=(definition, expectation))
    .lt(log(2), by=algebra)
    .eq(I(T, X, Y), by=(definition, expectation))
)
