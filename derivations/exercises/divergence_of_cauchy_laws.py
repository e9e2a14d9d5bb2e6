"""Two Cauchy laws.

Give D(P ‖ Q) for two Cauchy laws.  Is it symmetric?
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Cauchy(x_1, gamma_1), Cauchy(x_2, gamma_2))")
