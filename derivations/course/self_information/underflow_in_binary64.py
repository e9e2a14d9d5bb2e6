"""A 64-bit float holds 10⁻²⁰⁰, and loses 0.01ⁿ from n = 162 on.

The smallest positive number of binary64 is 2⁻¹⁰⁷⁴ (IEEE 754, subnormal).  10⁻²⁰⁰ lies far above it, and so
does 0.01¹⁶¹ = 10⁻³²²; 0.01¹⁶² = 10⁻³²⁴ is below half of it and is rounded to zero.
"""

from symbolic_info.blackboard import *

proof = (
    calc(Integer(10) ** -200)
    .gt(Integer(10) ** -322, by=algebra)
    .gt(Integer(2) ** -1074, by=algebra)
    .gt(Integer(2) ** -1075, by=algebra)
    .gt(Integer(10) ** -324, by=algebra)
)
