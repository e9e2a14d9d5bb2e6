"""Scaling a variable by a > 0 adds log a to its entropy, whatever its density.

A change from metres to centimetres adds log 100 to every differential entropy.
"""

from symbolic_info.blackboard import *

a = positive("a")
X = Law("f")
aX = scaled(X, a)
f = X.density

proof = (
    calc(Entropy(aX), given=[Finite(X.expect(log(f(x))))])
    .eq(aX.expect(-log(f(x / a) / a)), by=definition)
    .eq(X.expect(-log(f(x) / a)), by=change_of_variable)
    .eq(X.expect(-log(f(x))) + log(a), by=linearity)
    .eq(Entropy(X) + log(a), by=definition)
)
