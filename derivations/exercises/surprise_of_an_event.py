"""The surprise of a rare event.

An event has probability {p}.  How much information, in bits, does its happening carry?
"""
from symbolic_info.blackboard import *

exercise = ask("SelfInformation({p})", bits, p=("1/64", "1/10", "1/1000", "3/4"))
