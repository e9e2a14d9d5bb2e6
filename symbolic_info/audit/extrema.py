"""Extrema, limits and derivatives, from values of the function only."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, ctx
from sympy import oo

from ..language.operators import ArgMax, ArgMin, Derivative, Extremum, Limit, Maximum, Minimum
from .numbers import CannotEvaluate, Handler, Numbers, widened, working_bits

Curve = Callable[[arb], arb]
_GOLDEN = arb("0.6180339887498948")


def _curve(e: Extremum | Limit | Derivative, numbers: Numbers) -> Curve:
    f = numbers.function(e.body, (e.variable,))

    def at(p: arb) -> arb:
        with ctx.workprec(numbers.bits):
            return f((p.mid(),))

    return at


def place(e: Extremum, numbers: Numbers) -> tuple[arb, Numbers]:
    """Where an extremum inside the interval is: a grid, the golden section, then Newton's iteration on differences."""
    sign = 1 if isinstance(e, Maximum | ArgMax) else -1
    rough = numbers.at(12)
    f = _curve(e, rough)
    low, best, high = _bracket(lambda p: sign * f(p), [rough.of(a) for a in e.outer])
    for _ in range(14):
        a, b = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        low, high = (low, b) if sign * f(a.mid()).mid() > sign * f(b.mid()).mid() else (a, high)
    best = ((low + high) / 2).mid()
    fine = numbers.at(2 * numbers.digits + 10)
    g = _curve(e, fine)
    step_limit = 100 * (high - low)
    with ctx.workprec(fine.bits):
        h = arb(10) ** -(numbers.digits // 2 + 4)
        for _ in range(9):
            left, here, right = g(best - h), g(best), g(best + h)
            slope, bend = (right - left) / (2 * h), (right - 2 * here + left) / h**2
            if not sign * bend < 0:
                raise CannotEvaluate("the extremum is not a regular one")
            step = slope / bend
            best = (best - step).mid()
            if not low - step_limit < best < high + step_limit:
                raise CannotEvaluate("no extremum inside the interval was found")
            if abs(step) < h**2:
                return widened(best, abs(step) + h**2), fine
    raise CannotEvaluate("the search for the extremum did not settle")


def _bracket(f: Curve, ends: list[arb]) -> tuple[arb, arb, arb]:
    low, high = ends
    octaves = [arb(2) ** k for k in range(-12, 13)]
    if low.is_finite() and high.is_finite():
        grid = [low + (high - low) * k / 24 for k in range(1, 24)]
    elif low.is_finite():
        grid = [low + s for s in octaves]
    elif high.is_finite():
        grid = [high - s for s in reversed(octaves)]
    else:
        grid = [*(-s for s in reversed(octaves)), arb(0), *octaves]
    heights = [f(p.mid()).mid() for p in grid]
    n = max(range(len(grid)), key=lambda i: float(heights[i]) if heights[i].is_finite() else float("-inf"))
    bounds = [low if low.is_finite() else grid[0], *grid, high if high.is_finite() else grid[-1]]
    if bounds[n] >= bounds[n + 1] or bounds[n + 1] >= bounds[n + 2]:
        raise CannotEvaluate("no extremum inside the interval was found")
    return bounds[n], bounds[n + 1], bounds[n + 2]


def extreme_value(e: Extremum, numbers: Numbers) -> arb:
    """f at its extremum: an error in the place counts only by its square."""
    where, fine = place(e, numbers)
    f = _curve(e, fine)
    here = f(where.mid())
    return widened(here, f(where.mid() + where.rad()) - here)


def extreme_place(e: Extremum, numbers: Numbers) -> arb:
    return place(e, numbers)[0]


def limit(e: Limit, numbers: Numbers) -> arb:
    """f at 10⁻ᴺ and at 10⁻²ᴺ from the point: their difference is the error; ±∞ where f grows without end."""
    point, side = e.outer
    depth = numbers.digits + 15
    near = Numbers(numbers.digits, working_bits(3 * depth), numbers.closed, numbers.opened)
    f = _curve(e, near)
    with ctx.workprec(near.bits):
        if point in (oo, -oo):
            spots = [(1 if point == oo else -1) * arb(10) ** n for n in (depth, 2 * depth)]
        else:
            spots = [near.of(point) + int(side) * arb(10) ** -n for n in (depth, 2 * depth)]
        first, second = (f(s) for s in spots)
        if not second.is_finite() or (abs(first) > 10 and abs(second) > abs(first) * 1.25):
            return arb.pos_inf() if second > 0 else arb.neg_inf()
        return widened(second, second - first)


def derivative(e: Derivative, numbers: Numbers) -> arb:
    """The central difference; that with twice the step says how far it may be trusted."""
    fine = numbers.at(2 * numbers.digits + 10)
    f = _curve(e, fine)
    with ctx.workprec(fine.bits):
        at = fine.of(e.outer[0]).mid()
        h = arb(10) ** -(numbers.digits // 2 + 4)
        close, wide = ((f(at + k * h) - f(at - k * h)) / (2 * k * h) for k in (1, 2))
        return widened(close, close - wide)


EXTREMA: dict[type, Handler] = {
    Maximum: extreme_value, Minimum: extreme_value, ArgMax: extreme_place, ArgMin: extreme_place,
    Limit: limit, Derivative: derivative,
}  # fmt: skip
