"""Two normal laws.

Derive D(P ‖ Q) for P = N(μ₁, σ₁²) and Q = N(μ₂, σ₂²), in terms of the four parameters.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))")
