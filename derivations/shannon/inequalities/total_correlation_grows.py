"""With a further variable the total correlation does not fall."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(H(J, X) + H(J, Y) - H(J, (X, Y)))
    .eq(H(J, X) + H(J, Y) + H(J, Z) - H(J) - I(J, (X, Y), Z), by=information_as_entropies)
    .le(H(J, X) + H(J, Y) + H(J, Z) - H(J), by=nonnegative_information)
)
