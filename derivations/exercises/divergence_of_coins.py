"""Two coins.

Give D(P ‖ Q) for coins with probabilities p and q of heads, in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Bernoulli(p), Bernoulli(q))")
