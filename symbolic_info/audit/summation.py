"""Sums over whole numbers: to the end, or until a geometric bound on the rest is below the tolerance.

Where the terms fall too slowly for that (k^−s), the rest is the integral of the formula of the terms, by
quadrature, and Gregory's corrections.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

from flint import arb, ctx, fmpq
from sympy import Expr, Symbol

from ..language.support import Counts
from .nodes import Values, trapezoid
from .numbers import CannotEvaluate, Numbers, widened

TERMS = 60_000
SLOW = 256  # after so many terms it is seen how fast they fall; after more, where more digits are wanted
STEEP = 24  # terms that fall faster than k^−STEEP there are simply added up


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
    Where the terms fall slowly, the rest is that of `_smooth_rest`.  A component that diverges is ±∞.
    """
    slow = SLOW * 2 ** (2 * max(0, numbers.digits // 34 - 1))
    with ctx.workprec(numbers.bits):
        total: list[arb] = []
        history: list[Values] = []
        for k in range(low, low + TERMS):
            if k - low == slow and _falls_slowly(history, k):
                return tuple(a + b for a, b in zip(total, _smooth_rest(f, k, numbers), strict=True))
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


def points_in(support: Counts) -> tuple[tuple[Expr, ...], ...]:
    """All vectors of counts, if they are not too many."""
    if not support.total.is_Integer or support.size > TERMS:
        raise CannotEvaluate(f"a sum of {support.size} terms")
    return support.points


def over_counts(support: Counts, parts: Callable[..., Any], combine: Callable[..., Values], numbers: Numbers) -> Values:
    """The sum of what is made at all vectors of counts."""
    points = points_in(support)
    k = tuple(Symbol(f"k_{i}", integer=True) for i in range(support.dimension))
    functions = [numbers.function(e, k) for e in parts(k)]
    rows = [combine(tuple(f(tuple(map(numbers.of, at))) for f in functions)) for at in points]
    return tuple(sum(column, arb(0)) for column in zip(*rows, strict=True))


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


def _falls_slowly(history: list[Values], k: int) -> bool:
    """Whether some component falls no faster than k^−STEEP."""
    columns = zip(*history[-2:], strict=True)
    return any(not a.is_zero() and abs(b) > abs(a) * (1 - arb(STEEP) / k) for a, b in columns)


def _smooth_rest(f: Callable[[arb], Values], start: int, numbers: Numbers) -> Values:
    """Σ_{k≥N} f(k) = ∫_N^∞ f + Σ_{n≥1} G_n Δⁿ⁻¹f(N), with Gregory's coefficients G_n of t/log(1 + t).

    Jordan, Calculus of Finite Differences, §§ 98, 100.  The terms of the second sum fall like a geometric series
    for sums of powers and logarithms of k; the last one that is used is doubled to an error.
    """
    total = trapezoid(lambda x: f(start + x), "half slow", arb(start), numbers.tolerance)
    last: list[Values] = []  # the differences that end at the last place, from Δ⁰f on
    small = 0
    for n in range(1, numbers.bits // 2):
        made = [f(arb(start + n - 1))]
        for before in last:
            made.append(tuple(b - a for a, b in zip(before, made[-1], strict=True)))
        last = made
        terms = tuple(arb(_gregory(n)) * d for d in last[-1])
        total = tuple(a + t for a, t in zip(total, terms, strict=True))
        small = small + 1 if all(abs(t) < numbers.tolerance for t in terms) else 0
        if small == 2:
            return tuple(widened(a, 2 * abs(t)) for a, t in zip(total, terms, strict=True))
    raise CannotEvaluate("the rest of the sum is not smooth enough")


@cache
def _gregory(n: int) -> fmpq:
    """½, −1/12, 1/24, …: Σ_{k=0}^{n} (−1)ᵏ G_{n−k}/(k + 1) = 0 for n ≥ 1, G₀ = 1."""
    return -sum(((-1) ** k * _gregory(n - k) / (k + 1) for k in range(1, n + 1)), fmpq(0)) if n else fmpq(1)
