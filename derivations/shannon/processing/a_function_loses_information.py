"""A function of a variable knows no more about anything than the variable does."""

from symbolic_info.blackboard import *

J, X, Y, Z = variables("X Y Z")

proof = (
    calc(I(J, Y, Z), given=[FunctionOf(J, Y, X)])
    .le(I(J, (X, Y), Z), by=more_information(I(J, (X, Y), Z)))
    .eq(I(J, X, Z) + I(J, Y, Z, given=X), by=information_chain_rule)
    .eq(I(J, X, Z), by=function_of)
)
