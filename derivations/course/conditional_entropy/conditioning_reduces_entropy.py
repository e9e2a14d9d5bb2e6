"""On average, observing Y can only reduce the uncertainty about X.

What it takes away is the mutual information, and that is never negative.  A single observation may well
raise the uncertainty; the mean over all of them does not.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y")
X, Y = J.coordinates
finite = [Finite(H(J, X)), Finite(H(J, Y)), Finite(H(J, X, given=Y)), Finite(I(J))]

proof = (
    calc(H(J, X, given=Y), given=finite)
    .eq(H(J, X) - I(J), by=theorem("information_as_reduction"))
    .le(H(J, X), by=theorem("information_is_never_negative"))
)
