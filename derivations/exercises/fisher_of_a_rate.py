"""What a waiting time tells of the rate.

Give the Fisher information of an exponential time about its rate λ.
"""
from symbolic_info.blackboard import *

exercise = ask("Fisher(Exponential(lambda))")
