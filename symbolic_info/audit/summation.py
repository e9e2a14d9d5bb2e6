"""Sums over whole numbers: to the end, or until a geometric bound on the rest is below the tolerance."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from flint import arb, ctx

from .numbers import CannotEvaluate, Numbers, widened

Values = tuple[arb, ...]
TERMS = 60_000


def finite_sum(f: Callable[[arb], Values], low: int, high: int, numbers: Numbers) -> Values:
    """Σ f(k) from low to high, both included."""
    if high - low > TERMS:
        raise CannotEvaluate(f"a sum of {high - low + 1} terms")
    with ctx.workprec(numbers.bits):
        rows = [f(arb(k)) for k in range(low, high + 1)]
        return tuple(sum(column, arb(0)) for column in zip(*rows, strict=True)) if rows else (arb(0),)


def infinite_sum(f: Callable[[arb], Values], low: int, numbers: Numbers) -> Values:
    """Σ f(k) from low on.

    It stops when each component has fallen for twelve terms in a row by factors that do not rise,
    and the geometric series with the last factor is below the tolerance; that bound is the error.
    CannotEvaluate where this does not happen soon (power tails).
    """
    with ctx.workprec(numbers.bits):
        total: list[arb] = []
        history: list[Values] = []
        for k in range(low, low + TERMS):
            row = f(arb(k))
            if any(a.is_nan() for a in row):
                raise CannotEvaluate(f"the term {k} of the sum is not defined")
            total = [a + b for a, b in zip(total, row, strict=True)] if total else list(row)
            history = [*history[-12:], row]
            if (k - low) % 8 == 7 and len(history) == 13:
                rest = [_rest([h[i] for h in history]) for i in range(len(row))]
                if all(r is not None and r < numbers.tolerance for r in rest):
                    return tuple(widened(a, r) for a, r in zip(total, rest, strict=True))
    raise CannotEvaluate(f"the sum has not converged after {TERMS} terms")


def _rest(terms: list[arb]) -> arb | None:
    """A bound on what follows, if the terms fall at least geometrically."""
    sizes = [abs(t).mid() for t in terms]
    if sizes[-1].is_zero():
        return arb(0) if all(s.is_zero() for s in sizes) else None
    if any(s.is_zero() for s in sizes):
        return None
    ratios = [b / a for a, b in pairwise(sizes)]
    worst = max(ratios)
    if worst >= 1:
        return None
    # A factor that rises towards its limit (a polynomial times a power cannot) would not be a bound: allow for it.
    slack = ratios[-1] + 12 * max(ratios[-1] - ratios[0], arb(0))
    worst = max(worst, slack)
    return sizes[-1] * worst / (1 - worst) if worst < 1 else None
