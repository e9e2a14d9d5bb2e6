"""The most uncertain coin.

For which bias is a coin most uncertain?  Find the greatest entropy over φ, in nats.
"""
from symbolic_info.blackboard import *

exercise = ask("max(H(Bernoulli(phi)), phi)")
