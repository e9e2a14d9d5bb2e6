"""In a Markov chain the past beyond the present says nothing about the future."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, Z, given=(X, Y)), given=[MarkovChain(J, [X, Y, Z])])
    .eq(H(J, Z, given=Y) - I(J, X, Z, given=Y), by=(information_as_entropies, chain_rule))
    .eq(H(J, Z, given=Y), by=markov)
)
