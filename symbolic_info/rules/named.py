"""Named integrals and sums: each with its source, each cross-checked numerically by the tests."""

from __future__ import annotations

from sympy import Add, Expr, Mul, Pow, S, Symbol, exp, gamma, loggamma, oo, pi, sqrt

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.operators import Integral, Sum

named_integral = rule("named integral")
named_sum = rule("named sum")


@named_integral.of
def gaussian(e: Integral, given: Given) -> Outcome | None:
    """∫ e^{−(αx² + βx + γ)} dx = √(π/α) e^{β²/4α − γ} over the line, for α > 0 (DLMF 7.7.3 with z = 0)."""
    split = _exponential(e, given)
    if e.outer != (-oo, oo) or split is None:
        return None
    c, power, u, x = split
    p = u.as_poly(x) if u.is_polynomial(x) else None
    if power != 0 or p is None or p.degree() != 2:
        return None
    alpha, beta, gamma_ = (-p.coeff_monomial(x**k) for k in (2, 1, 0))
    return Outcome(c * sqrt(pi / alpha) * exp(beta**2 / (4 * alpha) - gamma_), (alpha > 0,))


@named_integral.of
def euler_second(e: Integral, given: Given) -> Outcome | None:
    """∫_0^∞ x^{s−1} e^{−βx} dx = Γ(s)/β^s for s > 0 and β > 0 (DLMF 5.9.1)."""
    split = _exponential(e, given)
    if e.outer != (S.Zero, oo) or split is None:
        return None
    c, power, u, x = split
    p = u.as_poly(x) if u.is_polynomial(x) else None
    if p is None or p.degree() != 1:
        return None
    rate, s = -p.coeff_monomial(x), power + 1
    return Outcome(c * exp(p.coeff_monomial(1)) * gamma(s) / rate**s, (s > 0, rate > 0))


def _exponential(e: Integral, given: Given) -> tuple[Expr, Expr, Expr, Symbol] | None:
    """The body as c·x^k·e^u: the parts c, k, u, and the variable."""
    c, k, u, x = S.One, S.Zero, S.Zero, e.variable
    for factor in Mul.make_args(normal(e.body, given.under(e))):
        base, power = factor.as_base_exp()
        if not factor.has(x):
            c *= factor
        elif isinstance(factor, exp):
            u += factor.args[0]
        elif base == x and not power.has(x):
            k += power
        else:
            return None
    return c, k, u.expand(), x


@named_sum.of
def geometric_series(e: Sum, given: Given) -> Outcome | None:
    """Σ_{k≥0} r^k = 1/(1 − r) and Σ_{k≥0} k r^k = r/(1 − r)² for 0 < r < 1 (DLMF 4.6.1 and its derivative)."""
    if e.outer != (S.Zero, oo):
        return None
    c, k, r = S.One, e.variable, S.One
    times = 0
    for factor in Mul.make_args(normal(e.body, given.under(e))):
        base, power = factor.as_base_exp()
        if not factor.has(k):
            c *= factor
        elif factor == k:
            times += 1
        elif isinstance(factor, Pow) and not base.has(k) and power.as_independent(k)[1] == k:
            r *= base ** power.coeff(k, 1)
            c *= base ** power.coeff(k, 0)
        else:
            return None
    if r == 1 or times > 1:
        return None
    return Outcome(c * (r / (1 - r) ** 2 if times else 1 / (1 - r)), (r > 0, r < 1))


@named_sum.of
def exponential_series(e: Sum, given: Given) -> Outcome | None:
    """Σ_{k≥0} λ^k/k! = e^λ (DLMF 4.2.19)."""
    k, inner = e.variable, given.under(e)
    bare = e.body * exp(loggamma(k + 1))
    for factor in Mul.make_args(normal(bare, inner)):
        base, power = factor.as_base_exp()
        if e.outer == (S.Zero, oo) and power == k and not base.has(k) and is_zero(e.body * gamma(k + 1) - bare, inner):
            rest = normal(bare / base**k, inner)
            return None if rest.has(k) else Outcome(rest * exp(base))
    return None


@named_integral.of
def finite_gaussian_moment(c: Finite, given: Given) -> tuple[object, ...] | None:
    """A polynomial times e^{−(αx² + βx + γ)} is integrable over the line for α > 0."""
    (e,) = c.args
    if not isinstance(e, Integral) or e.outer != (-oo, oo):
        return None
    x, conditions = e.variable, []
    for t in Add.make_args(normal(e.body, given.under(e))):
        split = _exponential(e.with_body(t), given)
        if split is None or not (split[1].is_Integer and split[1] >= 0) or not split[2].is_polynomial(x):
            return None
        p = split[2].as_poly(x)
        if p.degree() != 2:
            return None
        conditions.append(-p.LC() > 0)
    return tuple(dict.fromkeys(conditions))


@named_integral.of
def finite_named_integral(c: Finite, given: Given) -> tuple[object, ...] | None:
    """A named integral is a number under its conditions."""
    (e,) = c.args
    cases = (gaussian, euler_second) if isinstance(e, Integral) else ()
    cases = (geometric_series, exponential_series) if isinstance(e, Sum) else cases
    made = next((m for m in (case(e, given) for case in cases) if m is not None), None)
    return None if made is None else made.conditions
