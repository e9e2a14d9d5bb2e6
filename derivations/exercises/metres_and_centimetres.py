"""A change of units.

X has the density f, and Y = {a}X + {b}.  Express the differential entropy of Y by that of X.
"""
from symbolic_info.blackboard import *

exercise = ask("H({a}*Law(f) + {b})", a=(100, 1000, "1/60"), b=(0, 5, 20))
