"""On a path Shearer's lemma fails: its ends are covered only once.

A coin at an end counts twice on the left, and once on the right.
"""

from symbolic_info.blackboard import *

T = Outcomes("X Y Z", {(0, 0, 0): half, (0, 0, 1): half})
X, Y, Z = T.coordinates

proof = (
    calc(2 * H(T))
    .eq(2 * log(2), by=(definition, expectation))
    .gt(log(2), by=algebra)
    .eq(H(T, (X, Y)) + H(T, (Y, Z)), by=(definition, expectation))
)
