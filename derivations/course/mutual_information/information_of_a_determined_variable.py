"""If X is a function of Y, they share all of H(X).

Nothing of X is left uncertain by Y.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)
given = [AlmostSurely(J, Eq(pxy, py), (x, y)), Finite(H(J, X)), Finite(H(J, Y)), Finite(H(J, X, given=Y))]

proof = (
    calc(I(J), given=given)
    .eq(H(J, X) - H(J, X, given=Y), by=theorem("information_as_reduction"))
    .eq(H(J, X), by=theorem("determined_by_the_condition"))
)
