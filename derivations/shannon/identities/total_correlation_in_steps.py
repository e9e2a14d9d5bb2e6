"""What the entropies of three variables count too often, as informations.

The total correlation: a variable joins the others, and shares something with them.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X) + H(J, Y) + H(J, Z) - H(J))
    .eq(I(J, X, Y) + H(J, (X, Y)) + H(J, Z) - H(J), by=information_as_entropies)
    .eq(I(J, X, Y) + I(J, (X, Y), Z), by=information_as_entropies)
)
