"""The part that three variables share is the same, whichever of them is left out first.

It may be negative: see the two coins and their sum.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, X, Y) - I(J, X, Y, given=Z))
    .eq(H(J, X) + H(J, Y) + H(J, Z) - H(J, (X, Y)) - H(J, (X, Z)) - H(J, (Y, Z)) + H(J), by=information_as_entropies)
    .eq(I(J, X, Z) - I(J, X, Z, given=Y), by=information_as_entropies)
)
