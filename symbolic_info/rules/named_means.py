"""Means with a name and a source, which neither tilting nor an elementary antiderivative gives."""

from __future__ import annotations

from sympy import Expr, S, Symbol, besseli, cos, exp, expint, factor, log, sin, sqrt
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import normal
from ..families.cauchy import Cauchy
from ..families.exponential import Exponential
from ..families.half_cauchy import HalfCauchy
from ..families.inverse_gaussian import InverseGaussian
from ..families.von_mises import VonMises
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.terms import Expectation

named_mean = rule("named mean")


@named_mean.of
def poisson_kernel(e: Expectation, given: Given) -> Outcome | None:
    """E log((X − c)² + g²) = log((x₀ − c)² + (γ + g)²) for X Cauchy with median x₀ and scale γ, and g ≥ 0.

    log((x − c)² + (y + g)²) is harmonic for y > 0, and the Cauchy density is the Poisson kernel of the half-plane
    (Axler, Bourdon & Ramey, Harmonic Function Theory, ch. 7).  X half-Cauchy: the same with x₀ = c = 0, as the
    function is even.
    """
    if len(e.variables) != 1 or not isinstance(e.body, log) or not isinstance(e.law, Cauchy | HalfCauchy):
        return None
    a = _coefficients(e.body.args[0], e.variable)
    if a is None or len(a) != 3:
        return None
    c = -a[1] / (2 * a[2])
    square = factor(a[0] / a[2] - c**2)
    median = e.law.x_0 if isinstance(e.law, Cauchy) else S.Zero
    if isinstance(e.law, HalfCauchy) and c != 0:
        return None
    g = normal(sqrt(square), given)
    return Outcome(log(a[2]) + log((median - c) ** 2 + (e.law.gamma + g) ** 2), (a[2] > 0, square >= 0))


@named_mean.of
def log_of_passage(e: Expectation, given: Given) -> Outcome | None:
    """E log X = log μ − e^{2λ/μ} E₁(2λ/μ) for X inverse Gaussian with mean μ and shape λ.

    E X^t = μ^t K_{t−1/2}(λ/μ)/K_{1/2}(λ/μ) (DLMF 10.32.10), differentiated at t = 0 by DLMF 10.38.7.
    """
    law = e.law
    if len(e.variables) != 1 or not isinstance(law, InverseGaussian) or e.body != log(e.variable):
        return None
    z = 2 * law.lambda_ / law.mu
    return Outcome(log(law.mu) - exp(z) * expint(1, z))


@named_mean.of
def direction(e: Expectation, given: Given) -> Outcome | None:
    """E cos(nX + b) = cos(nμ + b) Iₙ(κ)/I₀(κ) for X von Mises and a whole n; the same for the sine.

    E cos n(X − μ) is DLMF 10.32.3, E sin n(X − μ) = 0 by symmetry; then the addition theorem (DLMF 4.21.1–2).
    """
    law, body = e.law, e.body
    if len(e.variables) != 1 or not isinstance(law, VonMises) or not isinstance(body, cos | sin):
        return None
    a = _coefficients(body.args[0], e.variable)
    if a is None or len(a) != 2 or not a[1].is_Integer:
        return None
    return Outcome(body.func(a[1] * law.mu + a[0]) * besseli(abs(a[1]), law.kappa) / besseli(0, law.kappa))


@named_mean.of
def exponential_integral(e: Expectation, given: Given) -> Outcome | None:
    """E log(aX + b) = log b + F and E 1/(aX + b) = F λ/a, with F = e^{λb/a} E₁(λb/a), for X exponential, a, b > 0.

    The second is DLMF 6.7.1 with t = x + b/a, the first follows by parts.
    """
    law, body = e.law, e.body
    if len(e.variables) != 1 or not isinstance(law, Exponential):
        return None
    logarithm = isinstance(body, log)
    a = _coefficients(body.args[0] if logarithm else 1 / body, e.variable)
    if a is None or len(a) != 2:
        return None
    z = law.lambda_ * a[0] / a[1]
    F = exp(z) * expint(1, z)
    return Outcome(log(a[0]) + F if logarithm else F * law.lambda_ / a[1], (a[0] > 0, a[1] > 0))


@named_mean.of
def finite_named_mean(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """A named mean is a number under its conditions."""
    (e,) = c.args
    made = next(named_mean.outcomes(e, given), None) if isinstance(e, Expectation) else None
    return None if made is None else made.conditions


def _coefficients(u: Expr, x: Symbol) -> list[Expr] | None:
    """The coefficients of a polynomial in x, the constant one first; None of anything else."""
    return list(reversed(u.as_poly(x).all_coeffs())) if u.is_polynomial(x) and u.has(x) else None
