"""Where a coin is most uncertain.

For which probability φ of heads is the entropy of a toss greatest?
"""
from symbolic_info.blackboard import *

exercise = ask("argmax(H(Bernoulli(phi)), phi)")
