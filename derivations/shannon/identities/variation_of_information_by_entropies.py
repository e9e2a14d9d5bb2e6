"""What either variable leaves unknown of the other, by joint entropies.

The variation of information: the two crescents of the diagram.
"""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = (
    calc(H(J, X, given=Y) + H(J, Y, given=X))
    .eq(H(J) - I(J, X, Y), by=(information_as_entropies, chain_rule))
    .eq(2 * H(J) - H(J, X) - H(J, Y), by=information_as_entropies)
)
