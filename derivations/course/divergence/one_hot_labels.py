"""With a one-hot label, cross-entropy and divergence are both −log q(y).

If the label is y for sure, its law has no entropy, and the loss is the surprise of the model at the true class.
"""

from symbolic_info.blackboard import *

c = Symbol("y", integer=True)
P, Q = Law("p", of=COUNTING), Law("q", of=COUNTING)
p, q = P.density(x), Q.density(x)
one_hot = [AlmostSurely(P, Eq(x, c), x), Q.density(c) > 0, Covers(P, Q)]

proof = (
    calc(CrossEntropy(P, Q), given=one_hot)
    .eq(P.expect(-log(q)), by=definition)
    .eq(-log(Q.density(c)), by=(almost_surely, linearity))
)
divergence = (
    calc(KL(P, Q), given=[*one_hot, P.density(c) > 0, AlmostSurely(P, Eq(p, 1), x)])
    .eq(P.expect(-log(q)), by=(definition, almost_surely))
    .eq(-log(Q.density(c)), by=(almost_surely, linearity))
)
