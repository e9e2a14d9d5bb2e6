"""Total and dual total correlation together: what each variable shares with the rest."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = calc(
    (H(J, X) + H(J, Y) + H(J, Z) - H(J))
    + (H(J) - H(J, X, given=(Y, Z)) - H(J, Y, given=(X, Z)) - H(J, Z, given=(X, Y)))
).eq(I(J, X, (Y, Z)) + I(J, Y, (X, Z)) + I(J, Z, (X, Y)), by=(information_as_entropies, chain_rule))
