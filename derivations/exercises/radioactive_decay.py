"""Radioactive decay.

An atom decays after an exponential time of rate {r} a year.  What is the differential entropy of that time, in
bits?
"""
from symbolic_info.blackboard import *

exercise = ask("H(Exponential({r}))", bits, r=("1/80", "1/10", 2, "1/1000"))
