"""What a toss tells of the bias.

Give the Fisher information of a toss about its probability p of heads.
"""
from symbolic_info.blackboard import *

exercise = ask("Fisher(Bernoulli(p))")
