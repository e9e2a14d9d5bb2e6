"""Given either of two copies the other says nothing about X, and both say all.

So I(X; Y | Z) = 0 and I(X; Z | Y) = 0 do not give I(X; Y, Z) = 0: intersection needs positive probabilities.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(0, 0, 0): half, (1, 1, 1): half})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, X, (Y, Z)))
    .eq(log(2), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(I(T, X, Y, given=Z) + I(T, X, Z, given=Y), by=(definition, expectation))
)
