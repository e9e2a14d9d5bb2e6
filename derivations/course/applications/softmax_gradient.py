"""The gradient of softmax cross-entropy in a logit is the predicted probability minus the label.

Of any number of classes take one, with logit a and label b, before it m others and after it n, with logits z_j
and labels y_j.  The labels add up to 1, so the loss is log Σ e^{z_j} − Σ y_j z_j.
"""

from symbolic_info.blackboard import *

m, n = natural("m n")
j = Symbol("j", integer=True)
a, b = real("a b")
z, y = Entry(real("z"), j), Entry(real("y"), j)


def over_the_others(f):
    return Sum(1, m, f, j) + Sum(m + 2, m + n + 1, f, j)


total = over_the_others(exp(z)) + exp(a)
loss = log(total) - a * b - over_the_others(y * z)

proof = calc(derivative(loss, a)).eq(exp(a) / total - b, by=differentiation)
