"""A 32-bit float cannot tell 10⁻²⁰⁰ from zero.

The smallest positive number of binary32 is 2⁻¹⁴⁹ (IEEE 754, subnormal); what is at most half of it, 2⁻¹⁵⁰,
is rounded to zero.  The page says that the product is "essentially zero in floating-point arithmetic":
for 32 bits it is exactly zero.
"""

from symbolic_info.blackboard import *

proof = calc(Integer(10) ** -200).lt(Integer(2) ** -150, by=algebra)
