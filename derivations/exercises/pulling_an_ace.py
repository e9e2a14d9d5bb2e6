"""One card from a deck.

A card is drawn from a well shuffled deck of 52.  How many bits does it take to say which one it is?
"""
from symbolic_info.blackboard import *

exercise = ask("H(DiscreteUniform(52))", bits)
