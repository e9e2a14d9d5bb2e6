"""An instance of the exercise, and the same with the two laws exchanged.

At μ₁ = 1/2, μ₂ = −1, σ₁ = 3/4, σ₂ = 2 the divergence is 0.832392; reversed it is 4.074726.
"""

from symbolic_info.blackboard import *

P, Q = Normal(half, Rational(3, 4)), Normal(-1, 2)

proof = (
    calc(KL(P, Q))
    .eq(log(Rational(8, 3)) - Rational(19, 128), by=theorem("gaussian_kl"))
    .lt(log(Rational(3, 8)) + Rational(91, 18), by=algebra)
    .eq(KL(Q, P), by=theorem("gaussian_kl"))
)
