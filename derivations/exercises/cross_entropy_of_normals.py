"""A normal model.

Data are normal with μ₁ and σ₁, the model normal with μ₂ and σ₂.  Give the cross-entropy.
"""
from symbolic_info.blackboard import *

exercise = ask("CE(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))")
