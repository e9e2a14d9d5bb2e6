"""Two Laplace laws about one centre.

Give D(P ‖ Q) for Laplace laws with the same centre μ and the scales b₁ and b₂.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Laplace(mu, b_1), Laplace(mu, b_2))")
