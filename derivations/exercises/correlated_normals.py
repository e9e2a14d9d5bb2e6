"""Two correlated normal variables.

X and Y are jointly normal with correlation ρ.  What is their mutual information, in nats?
"""
from symbolic_info.blackboard import *

exercise = ask("I(BivariateNormal(mu_1, mu_2, sigma_1, sigma_2, rho))")
