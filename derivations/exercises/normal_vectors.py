"""The entropy of a normal pair.

X and Y are jointly normal with variances a and b and covariance c.  What is the joint differential entropy?
"""
from symbolic_info.blackboard import *

exercise = ask("H(MultivariateNormal([m_1, m_2], [[a, c], [c, b]]))")
