"""Two normal laws of equal width.

What is the divergence of two normal laws with means μ₁ and μ₂ and the same standard deviation σ?
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Normal(mu_1, sigma), Normal(mu_2, sigma))")
