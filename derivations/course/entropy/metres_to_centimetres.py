"""From metres to centimetres every differential entropy grows by log 100 = 4.6 nats.

The same length has another entropy in another unit: differential entropy is no absolute amount of uncertainty.
"""

from symbolic_info.blackboard import *

X = Law("f")

proof = (
    calc(Entropy(scaled(X, 100)), given=[Finite(Entropy(X))])
    .eq(Entropy(X) + log(100), by=theorem("scaling_law"))
)
