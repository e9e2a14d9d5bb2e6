"""A hundred independent events of probability 0.01 have the joint probability 10⁻²⁰⁰.

Each event costs two decimal places; a hundred of them leave no number that a 32-bit machine could hold.
"""

from symbolic_info.blackboard import *

i = Symbol("i", integer=True)

proof = calc(Product(1, 100, Rational(1, 100), i)).eq(Rational(1, 10**200), by=product_of_many)
