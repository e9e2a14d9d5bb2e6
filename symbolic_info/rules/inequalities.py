"""Inequalities that are believed, each with its case of equality."""

from __future__ import annotations

from sympy import Eq, Expr, Pow, S, fraction, log

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import AlmostSurely, Finite
from ..language.terms import Expectation

log_tangent = rule("log t ≤ t − 1")
squares = rule("squares")
jensen = rule("Jensen's inequality")


@log_tangent.of
def of_number(e: log, given: Given) -> Outcome:
    """log t ≤ t − 1 for t > 0, with equality only at t = 1 (DLMF 4.5.1)."""
    (t,) = e.args
    top, bottom = fraction(t)
    return Outcome(t - 1, (t > 0,), "<=", (Eq(top, bottom),))


@log_tangent.of
def of_mean(e: Expectation, given: Given) -> Outcome | None:
    """E log t(X) ≤ E t(X) − 1 for t(X) > 0, with equality exactly when t(X) = 1 almost surely."""
    mean = _mean_inside_log(e, given)
    return None if mean is None else Outcome(mean - 1, (Finite(mean),), "<=", _constant(mean, S.One))


@log_tangent.of
def of_mean_below(e: Expectation, given: Given) -> Outcome | None:
    """E log t(X) ≥ 1 − E 1/t(X) for t(X) > 0, with equality exactly when t(X) = 1 almost surely.

    The first inequality for 1/t.
    """
    mean = _mean_inside_log(e, given)
    if mean is None:
        return None
    inverse = mean.with_body(1 / mean.body)
    return Outcome(1 - inverse, (Finite(inverse),), ">=", _constant(mean, S.One))


@jensen.of
def of_logarithm(e: Expectation, given: Given) -> Outcome | None:
    """E log t(X) ≤ log E t(X) for t(X) > 0 with a finite mean, with equality exactly when t(X) is a.s. constant.

    Cover & Thomas Thm 2.6.2, for the strictly concave logarithm.
    """
    mean = _mean_inside_log(e, given)
    return None if mean is None else Outcome(log(mean), (Finite(mean),), "<=", _constant(mean, mean))


@squares.of
def even_power(e: Pow, given: Given) -> Outcome | None:
    """a² ≥ 0 for real a, with equality only at a = 0; the same for every even power."""
    a, n = e.args
    return Outcome(S.Zero, (), ">=", (Eq(a, 0),)) if n.is_Integer and n.is_even and n > 0 else None


def _mean_inside_log(e: Expectation, given: Given) -> Expectation | None:
    """E t(X), where e is E log t(X) with t(X) > 0 almost surely."""
    if not isinstance(e.body, log) or not given.under(e).positive(e.body.args[0]):
        return None
    return e.with_body(e.body.args[0])


def _constant(mean: Expectation, value: Expr) -> tuple[AlmostSurely, ...]:
    top, bottom = fraction(mean.body)
    return (AlmostSurely(mean.law, Eq(top, (value * bottom).expand()), mean.args[-1]),)
