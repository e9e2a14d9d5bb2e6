"""The logarithm of that product is a number of ordinary size, −460.5.

Products become sums: this is why the log-likelihood is optimised and not the likelihood.
"""

from symbolic_info.blackboard import *

i = Symbol("i", integer=True)

proof = (
    calc(log(Product(1, 100, Rational(1, 100), i)))
    .eq(Sum(1, 100, log(Rational(1, 100)), i), by=product_of_many)
    .eq(100 * log(Rational(1, 100)), by=algebra)
    .eq(-200 * log(10), by=algebra)
)
