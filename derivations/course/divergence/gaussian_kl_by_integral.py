"""The divergence between two normal laws, by the integral of the definition.

Take the constant that the integral should have out of the bracket.  What is left of the integrand is the
derivative of a polynomial times the density, which vanishes at both ends of the line.
"""

from symbolic_info.blackboard import *

m, n = real("mu_1 mu_2")
s, t = positive("sigma_1 sigma_2")
P, Q = Normal(m, s), Normal(n, t)

p = exp(-((x - m) ** 2) / (2 * s**2)) / (s * sqrt(2 * pi))
bracket = log(t / s) + (x - n) ** 2 / (2 * t**2) - (x - m) ** 2 / (2 * s**2)
value = log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - half
F = p * ((x - m) * (t**2 - s**2) / (2 * t**2) - s**2 * (m - n) / t**2)

proof = (
    calc(KL(P, Q))
    .eq(Integral(-oo, oo, p * bracket, x), by=(definition, expectation))
    .eq(value * Integral(-oo, oo, p, x) + Integral(-oo, oo, p * (bracket - value), x), by=linearity)
    .eq(value, by=(named_integral, antiderivative(F, x)))
)
