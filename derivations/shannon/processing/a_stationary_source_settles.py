"""The longer the past of a stationary source, the less uncertain its next letter.

Of stationarity no more is used than that pairs and letters have one entropy.
"""

from symbolic_info.blackboard import *

J, X_1, X_2, X_3 = variables("X_1 X_2 X_3")

proof = (
    calc(H(J, X_3, given=(X_1, X_2)), given=[Eq(H(J, (X_2, X_3)), H(J, (X_1, X_2))), Eq(H(J, X_2), H(J, X_1))])
    .le(H(J, X_3, given=X_2), by=conditioning(H(J, X_3, given=X_2)))
    .eq(H(J, (X_2, X_3)) - H(J, X_2), by=chain_rule)
    .eq(H(J, (X_1, X_2)) - H(J, X_2), by=assumption(Eq(H(J, (X_2, X_3)), H(J, (X_1, X_2))), H(J, (X_2, X_3))))
    .eq(H(J, (X_1, X_2)) - H(J, X_1), by=assumption(Eq(H(J, X_2), H(J, X_1)), H(J, X_2)))
    .eq(H(J, X_2, given=X_1), by=chain_rule)
)
