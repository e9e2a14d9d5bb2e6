"""A coin and its copy: together they are no more uncertain than one.

So H(X, Y) = H(X) + H(Y) is false unless the variables are independent.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y", {(0, 0): half, (1, 1): half})
X, Y = T.coordinates

proof = (
    calc(H(T))
    .eq(log(2), by=(definition, expectation))
    .lt(2 * log(2), by=algebra)
    .eq(H(T, X) + H(T, Y), by=(definition, expectation))
)
