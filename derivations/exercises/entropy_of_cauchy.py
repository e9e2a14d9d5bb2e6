"""The entropy of a Cauchy law.

The Cauchy law has no mean.  Has it an entropy, and which?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Cauchy(x_0, gamma))")
