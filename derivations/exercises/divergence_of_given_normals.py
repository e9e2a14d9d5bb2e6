"""Two given normal laws.

Find D(P ‖ Q) in nats for P = N(0, 1) and Q = N({m}, {s}²).
"""
from symbolic_info.blackboard import *

exercise = ask("KL(Normal(0, 1), Normal({m}, {s}))", m=(1, 2, -1), s=(2, "1/2", 3))
