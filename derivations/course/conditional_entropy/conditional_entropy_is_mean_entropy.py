"""Conditional entropy is the expected entropy of the conditional law.

For each y the variable X has a law of its own; its entropy is weighted with the probability of y.
"""

from symbolic_info.blackboard import *

J = Joint("X", "Y", of=COUNTING)
X, Y = J.coordinates
pxy, py = J.density(x, y), Marginal(J, Y).density(y)
X_given_y = Conditional(J, (X,), (Y,), (y,))

proof = (
    calc(H(J, X, given=Y), given=[Finite(H(J, X, given=Y))])
    .eq(J.expect(-log(pxy / py), (x, y)), by=definition)
    .eq(Marginal(J, Y).expect(X_given_y.expect(-log(pxy / py), x), y), by=tower)
    .eq(Marginal(J, Y).expect(Entropy(X_given_y), y), by=definition)
)
