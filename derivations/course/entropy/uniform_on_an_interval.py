"""The differential entropy of a uniform law is the logarithm of its length."""

from symbolic_info.blackboard import *

a, b = real("a b")
P = Uniform(a, b)

proof = calc(Entropy(P)).eq(P.expect(log(b - a)), by=definition).eq(log(b - a), by=linearity)
