"""The sum of independent variables is at least as uncertain as either.

Of Z = X + Y it matters only that Z and Y tell X.
"""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X), given=[MutuallyIndependent(J, [X, Y]), FunctionOf(J, X, [Z, Y])])
    .eq(H(J, X, given=Y) + I(J, X, Y), by=(information_as_entropies, chain_rule))
    .eq(H(J, X, given=Y), by=independence)
    .le(H(J, (X, Z), given=Y), by=monotonicity(H(J, (X, Z), given=Y)))
    .eq(H(J, Z, given=Y) + H(J, X, given=(Y, Z)), by=chain_rule)
    .eq(H(J, Z, given=Y), by=function_of)
    .le(H(J, Z), by=conditioning(H(J, Z)))
)
