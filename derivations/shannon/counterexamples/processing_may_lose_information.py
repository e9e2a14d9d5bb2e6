"""Processing may lose everything: X is copied to Y, and Z forgets.

X → Y → Z is a Markov chain, and I(X; Y) ≤ I(X; Z) is false.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(0, 0, 0): half, (1, 1, 0): half})
X, Y, Z = T.coordinates

proof = (
    calc(I(T, X, Y))
    .eq(log(2), by=(definition, expectation))
    .gt(0, by=algebra)
    .eq(I(T, X, Z), by=(definition, expectation))
)
