"""Only a multiple of −log p has the three properties.

If information adds over independent events and falls strictly as the probability rises, it is −k log p; the
factor k > 0 is what an event of probability 1/e carries, and choosing it is choosing the unit.
"""

from symbolic_info.blackboard import *

p = positive("p")
name = Name("J")
axioms = [AddsOverIndependentEvents(name), Falls(name)]


def J(p):
    return Value(name, p)


proof = calc(J(p), given=[p <= 1, *axioms]).eq(-J(exp(-1)) * log(p), by=cauchy_equation)
k_is_positive = calc(J(exp(-1)), given=axioms).gt(J(1), by=decreasing).eq(0, by=cauchy_equation)
