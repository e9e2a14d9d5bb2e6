"""Two Poisson laws.

Give D(P ‖ Q) for Poisson laws of means λ₁ and λ₂.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Poisson(lambda_1), Poisson(lambda_2))")
