"""Between two coins.

Find the Jensen–Shannon divergence, in bits, of coins with probabilities {p} and {q} of heads.
"""
from symbolic_info.blackboard import *

exercise = ask("JS(Bernoulli({p}), Bernoulli({q}))", bits, p=("1/2", "1/4"), q=("1/8", "3/4"))
