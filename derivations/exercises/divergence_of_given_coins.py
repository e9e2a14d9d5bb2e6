"""Two given coins.

Find D(P ‖ Q) in bits, for coins that show heads with probability {p} and {q}.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Bernoulli({p}), Bernoulli({q}))", bits, p=("1/2", "1/4", "1/3"), q=("1/8", "3/4", "1/5"))
