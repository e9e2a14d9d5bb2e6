"""The entropy step of Fano's inequality: is the guess wrong, and if so, what is right?.

E says whether a guess from Y is wrong; so X and Y determine it.
"""

from symbolic_info.blackboard import *

J, X, Y, E = variables("X Y E")

proof = (
    calc(H(J, X, given=Y), given=[FunctionOf(J, E, [X, Y])])
    .eq(H(J, (X, E), given=Y) - H(J, E, given=(X, Y)), by=chain_rule)
    .eq(H(J, (X, E), given=Y), by=function_of)
    .eq(H(J, E, given=Y) + H(J, X, given=(E, Y)), by=chain_rule)
    .le(H(J, E) + H(J, X, given=(E, Y)), by=conditioning(H(J, E)))
)
