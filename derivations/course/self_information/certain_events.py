"""A certain event carries no information.

Who is told what was sure to happen has learned nothing: the first of Shannon's three properties.
"""

from symbolic_info.blackboard import *

proof = calc(SelfInformation(1)).eq(0, by=definition)
