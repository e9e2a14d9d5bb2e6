"""Two copies of a coin say no more than one: information does not add up.

So I(X, Y; Z) ≥ I(X; Z) + I(Y; Z) is false, unless X and Y are independent.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(0, 0, 0): half, (1, 1, 1): half})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, (X, Y), Z))
    .eq(log(2), by=(definition, expectation))
    .lt(2 * log(2), by=algebra)
    .eq(I(T, X, Z) + I(T, Y, Z), by=(definition, expectation))
)
