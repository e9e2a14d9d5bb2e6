"""Fano's other step: a guess G from Y leaves no less doubt about X than Y does."""

from symbolic_info.blackboard import *

J, X, Y, G = variables("X Y G")

proof = (
    calc(H(J, X, given=Y), given=[MarkovChain(J, [X, Y, G])])
    .eq(H(J, X, given=(Y, G)) + I(J, X, G, given=Y), by=(information_as_entropies, chain_rule))
    .eq(H(J, X, given=(Y, G)), by=markov)
    .le(H(J, X, given=G), by=conditioning(H(J, X, given=G)))
)
