"""A model that starves a frequent event pays without bound.

As the probability q that the model gives to heads goes to 0, while heads keep coming with probability p,
the cross-entropy goes to infinity: the loss of a classifier that is confidently wrong.
"""

from symbolic_info.blackboard import *

p, q = positive("p q")
P = Bernoulli(p)


def starved(f):
    return limit(f, q, 0, side=1)


proof = (
    calc(starved(CrossEntropy(P, Bernoulli(q))), given=[p < 1])
    .eq(starved(P.expect(-x * log(q) - (1 - x) * log(1 - q))), by=definition)
    .eq(starved(-p * log(q) - (1 - p) * log(1 - q)), by=(linearity, tilting))
    .eq(oo, by=limits)
)
