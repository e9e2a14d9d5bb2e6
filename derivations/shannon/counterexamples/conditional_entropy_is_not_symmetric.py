"""Not symmetric: a coin is uncertain given a constant, the constant is not given the coin.

So H(X | Y) = H(Y | X) is false; only the two informations agree.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y", {(0, 0): half, (1, 0): half})
X, Y = T.coordinates

proof = (
    calc(H(T, X, given=Y))
    .eq(log(2), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(H(T, Y, given=X), by=(definition, expectation))
)
