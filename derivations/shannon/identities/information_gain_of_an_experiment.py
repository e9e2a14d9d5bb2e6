"""How much the outcome Y of an experiment X is expected to tell about weights W.

The doubt about the outcome, less the noise that would be left if the weights were known.
"""

from symbolic_info.blackboard import *

J, Y, W, X, D = variables("Y W X D")

proof = (
    calc(I(J, W, Y, given=(X, D)))
    .eq(H(J, W, given=(X, D)) - H(J, W, given=(X, Y, D)), by=(information_as_entropies, chain_rule))
    .eq(H(J, Y, given=(X, D)) - H(J, Y, given=(X, W, D)), by=chain_rule)
)
