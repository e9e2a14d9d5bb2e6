"""What a normal value tells of the spread.

Give the Fisher information of a normal value about its standard deviation σ.
"""
from symbolic_info.blackboard import *

exercise = ask("Fisher(Normal(mu, sigma), sigma)")
