"""The mean distance from a point: E|X − m| = 2 E(X − m)⁺ − (E X − m), with E(X − m)⁺ = ∫_m^∞ P(X > x) dx.

(Integration by parts; Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, vol. 1, §12 for the first.)
"""

from __future__ import annotations

from sympy import Abs, EulerGamma, Expr, Symbol, erf, exp, expint, log, pi, sqrt
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero
from ..families.exponential import Exponential
from ..families.gumbel import Gumbel
from ..families.half_normal import HalfNormal
from ..families.laplace import Laplace
from ..families.logistic import Logistic
from ..families.lognormal import LogNormal
from ..families.normal import Normal
from ..families.rayleigh import Rayleigh
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.terms import Expectation

mean_distance = rule("mean distance")


@mean_distance.of
def on_the_line(e: Expectation, given: Given) -> Outcome | None:
    """E|X − m| for X normal, Laplace, logistic or Gumbel, and any m.

    Normal: σ√(2/π) e^{−d²/2} + (m − μ) erf(d/√2), d = (m − μ)/σ (Leone, Nelson & Nottingham 1961).
    Laplace: |m − μ| + b e^{−|m − μ|/b} (Johnson, Kotz & Balakrishnan, vol. 2, §24).
    Logistic: m − μ + 2s log(1 + e^{(μ − m)/s}), as P(X > x) = 1/(1 + e^{(x − μ)/s}).
    Gumbel: μ − m + γβ + 2β E₁(e^{(μ − m)/β}), as P(X > x) = 1 − exp(−e^{(μ − x)/β}) (DLMF 6.2.3, 6.2.4).
    """
    m, law = _point(e, given), e.law
    if m is None:
        return None
    if isinstance(law, Normal):
        d = m - law.mu
        spread = law.sigma * sqrt(2 / pi) * exp(-(d**2) / (2 * law.sigma**2))
        return Outcome(spread + d * erf(d / (sqrt(2) * law.sigma)))
    if isinstance(law, Laplace):
        d = Abs(m - law.mu)
        return Outcome(d + law.b * exp(-d / law.b))
    if isinstance(law, Logistic):
        return Outcome(m - law.mu + 2 * law.s * log(1 + exp((law.mu - m) / law.s)))
    if isinstance(law, Gumbel):
        d = law.mu - m
        return Outcome(d + law.beta * EulerGamma + 2 * law.beta * expint(1, exp(d / law.beta)))
    return None


@mean_distance.of
def on_the_half_line(e: Expectation, given: Given) -> Outcome | None:
    """E|X − m| for X exponential, Rayleigh, half-normal or log-normal, and m ≥ 0 (m > 0 for the last).

    Exponential: m − 1/λ + 2 e^{−λm}/λ.
    Rayleigh: m − σ√(π/2) + σ√(2π) (1 − erf(m/σ√2)), as P(X > x) = e^{−x²/2σ²}.
    Half-normal: 2m erf(m/σ√2) − m + σ√(2/π) (2 e^{−m²/2σ²} − 1), as P(X > x) = 1 − erf(x/σ√2) (DLMF 7.4.1).
    Log-normal: m erf(d/√2) + e^{μ + σ²/2} erf((σ − d)/√2), d = (log m − μ)/σ (Black & Scholes 1973).
    """
    m, law = _point(e, given), e.law
    if m is None:
        return None
    if isinstance(law, Exponential):
        return Outcome(m - 1 / law.lambda_ + 2 * exp(-law.lambda_ * m) / law.lambda_, (m >= 0,))
    if isinstance(law, Rayleigh):
        s = law.sigma
        return Outcome(m - s * sqrt(pi / 2) + s * sqrt(2 * pi) * (1 - erf(m / (sqrt(2) * s))), (m >= 0,))
    if isinstance(law, HalfNormal):
        s, z = law.sigma, m / (sqrt(2) * law.sigma)
        return Outcome(2 * m * erf(z) - m + s * sqrt(2 / pi) * (2 * exp(-(z**2)) - 1), (m >= 0,))
    if isinstance(law, LogNormal):
        s, d = law.sigma, (log(m) - law.mu) / law.sigma
        value = m * erf(d / sqrt(2)) + exp(law.mu + s**2 / 2) * erf((s - d) / sqrt(2))
        return Outcome(value, (m > 0,))
    return None


@mean_distance.of
def finite_distance(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E|X − m| is finite for these laws."""
    (e,) = c.args
    made = next(mean_distance.outcomes(e, given), None) if isinstance(e, Expectation) else None
    return None if made is None else made.conditions


def _point(e: Expectation, given: Given) -> Expr | None:
    """m, for an expectation of |X − m|."""
    if len(e.variables) != 1 or not isinstance(e.body, Abs):
        return None
    x, inside = e.variable, e.body.args[0]
    apart = inside.as_independent(x, as_Add=True)[0]
    return next((m for m in (-apart, apart) if _is_distance(inside, x, m, given.under(e))), None)


def _is_distance(inside: Expr, x: Symbol, m: Expr, given: Given) -> bool:
    return is_zero(Abs(inside) - Abs(x - m), given)
