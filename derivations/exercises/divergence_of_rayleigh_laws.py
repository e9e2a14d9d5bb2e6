"""Two Rayleigh laws.

Give D(P ‖ Q) for Rayleigh laws of scales σ₁ and σ₂.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Rayleigh(sigma_1), Rayleigh(sigma_2))")
