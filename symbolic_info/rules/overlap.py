"""Two laws of constant density: their divergences are decided by the interval on which they overlap."""

from __future__ import annotations

from sympy import Dummy, Expr, Ge, Gt, Le, Lt, Ne, exp, log, sqrt, true
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.binder import sympify_basic
from ..language.distribution import Distribution
from ..language.information import JS, Hellinger2, RenyiDivergence
from ..language.support import Interval

overlap = rule("overlap")


@overlap.of
def hellinger_of_uniform_laws(e: Hellinger2, given: Given) -> Outcome | None:
    """1 − ∫ √(p q) = 1 − w √(p q) for constant p and q on intervals that have an interval of length w in common."""
    P, Q = e.args
    found = _common(P, Q, given)
    if found is None:
        return None
    p, q, w, needs = found
    return Outcome(1 - w * sqrt(p * q), needs)


@overlap.of
def renyi_of_uniform_laws(e: RenyiDivergence, given: Given) -> Outcome | None:
    """log ∫ p^α q^(1−α)/(α − 1) = log(w p^α q^(1−α))/(α − 1) for the same, and 0 < α < 1."""
    alpha, P, Q = e.args
    found = _common(P, Q, given)
    if found is None:
        return None
    p, q, w, needs = found
    below = tuple(c for c in (Gt(alpha, 0), Lt(alpha, 1), Ne(alpha, 1)) if c != true)
    return Outcome(log(w * p**alpha * q ** (1 - alpha)) / (alpha - 1), (*below, *needs))


@overlap.of
def jensen_shannon_of_uniform_laws(e: JS, given: Given) -> Outcome | None:
    """log 2 + ½ w (p log(p/(p + q)) + q log(q/(p + q))) for the same.

    Split ½ D(P ‖ M) + ½ D(Q ‖ M) where only one of p, q is positive: there p/m = 2, or q/m = 2.
    """
    P, Q = e.args
    found = _common(P, Q, given)
    if found is None:
        return None
    p, q, w, needs = found
    return Outcome(log(2) + w * (p * log(p / (p + q)) + q * log(q / (p + q))) / 2, needs)


def _common(P: Distribution, Q: Distribution, given: Given) -> tuple[Expr, Expr, Expr, tuple[Boolean, ...]] | None:
    """Both constant densities, the length of the common interval, and the order of the ends that makes it so."""
    one, other = P.support, Q.support
    if not isinstance(one, Interval) or not isinstance(other, Interval):
        return None
    x = Dummy("x", real=True)
    p, q = (exp(law.log_density(x)) for law in (P, Q))
    lows, highs = ([sympify_basic(e) for e in ends] for ends in ((one.low, other.low), (one.high, other.high)))
    if p.has(x) or q.has(x) or any(e.is_infinite for e in (*lows, *highs)):
        return None
    low, high = _first(lows, Ge, given), _first(highs, Le, given)
    if low is None or high is None:
        return None
    needs = (low[1], high[1], Lt(low[0], high[0]))
    return p, q, high[0] - low[0], tuple(c for c in needs if c != true)


def _first(ends: list[Expr], order: type, given: Given) -> tuple[Expr, Boolean] | None:
    """The end that stands in an order to the other, and that it does."""
    for a, b in (ends, ends[::-1]):
        if given.proves(claim := order(a, b)):
            return a, claim
    return None


