"""The logarithm of a product is the sum of the logarithms.

Probabilities of independent events multiply.  Their logarithms add, whatever the number of events.
"""

from symbolic_info.blackboard import *

n = natural("n")
i = Symbol("i", integer=True)
p = Law("p", of=COUNTING).density(i)

proof = calc(log(Product(1, n, p, i)), given=[Always(p > 0, i)]).eq(Sum(1, n, log(p), i), by=product_of_many)
