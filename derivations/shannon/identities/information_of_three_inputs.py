"""The information in three variables is gathered one after the other."""

from symbolic_info.blackboard import *

J, X_1, X_2, X_3, Y = variables("X_1 X_2 X_3 Y")

proof = (
    calc(I(J, (X_1, X_2, X_3), Y))
    .eq(I(J, (X_1, X_2), Y) + I(J, X_3, Y, given=(X_1, X_2)), by=information_chain_rule)
    .eq(I(J, X_1, Y) + I(J, X_2, Y, given=X_1) + I(J, X_3, Y, given=(X_1, X_2)), by=information_chain_rule)
)
