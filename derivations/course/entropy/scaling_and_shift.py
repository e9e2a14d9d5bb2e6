"""Scaling by any a ≠ 0 adds log |a| to the entropy, a shift adds nothing.

Differential entropy measures a spread, and a shift does not change it.
"""

from symbolic_info.blackboard import *

a, b = real("a b")
X = Law("f")
Y = shifted(scaled(X, a), b)
f = X.density

proof = (
    calc(Entropy(Y), given=[Finite(Entropy(X))])
    .eq(Y.expect(-log(f((x - b) / a) / Abs(a))), by=definition)
    .eq(X.expect(-log(f(x) / Abs(a))), by=change_of_variable)
    .eq(X.expect(-log(f(x))) + log(Abs(a)), by=linearity)
    .eq(Entropy(X) + log(Abs(a)), by=definition)
)
