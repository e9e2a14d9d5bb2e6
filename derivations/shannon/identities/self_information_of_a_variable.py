"""A variable tells all about itself: its entropy is its information about itself.

Nothing is left to be known of X, once X is known.
"""

from symbolic_info.blackboard import *

J, X, Y = variables("X Y")

proof = calc(H(J) - H(J, Y, given=X)).eq(H(J, X), by=chain_rule).eq(I(J, X, X), by=information_as_entropies)
