"""The mean of a logarithm.

Give E[log X] for the gamma law with shape α and rate β.
"""
from symbolic_info.blackboard import *

exercise = ask("E(Gamma(alpha, beta), log(x))")
