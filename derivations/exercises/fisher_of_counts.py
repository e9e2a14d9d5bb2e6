"""What a count tells of the mean.

Give the Fisher information of a Poisson count about its mean λ.
"""
from symbolic_info.blackboard import *

exercise = ask("Fisher(Poisson(lambda))")
