"""The ends of a chain share no more than its inner links."""

from symbolic_info.blackboard import *

J, W, X, Y, Z = variables("W X Y Z")

proof = (
    calc(I(J, W, Z), given=[MarkovChain(J, [W, X, Y, Z])])
    .le(I(J, X, Z), by=data_processing(I(J, X, Z)))
    .le(I(J, X, Y), by=data_processing(I(J, X, Y)))
)
