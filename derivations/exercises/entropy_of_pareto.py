"""The entropy of a Pareto law.

Incomes above x_m follow the Pareto law with exponent α.  What is their differential entropy?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Pareto(x_m, alpha))")
