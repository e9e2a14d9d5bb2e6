"""The entropy of a Markov chain is that of its start and of its moves."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J), given=[MarkovChain(J, [X, Y, Z])])
    .eq(H(J, X) + H(J, Y, given=X) + H(J, Z, given=(X, Y)), by=chain_rule)
    .eq(H(J, X) + H(J, Y, given=X) + H(J, Z, given=Y) - I(J, X, Z, given=Y), by=(information_as_entropies, chain_rule))
    .eq(H(J, X) + H(J, Y, given=X) + H(J, Z, given=Y), by=markov)
)
