"""Double exponential quadrature: change the variable so that the integrand dies like exp(−e^|t|), then add it up.

Takahasi and Mori (1974): after such a change the plain trapezoidal sum converges like exp(−c n/log n), whatever
algebraic or logarithmic singularity stands at an end.  A node is a distance from an end, never a position, so
that nothing is lost next to a singularity.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from flint import arb, ctx

from .numbers import CannotEvaluate, widened

Values = tuple[arb, ...]
Integrand = Callable[[arb], Values]
Term = Callable[[int, int], Values]  # the summand, at a level and an index
LEVELS = 9


def _finite(t: arb) -> tuple[arb, arb]:
    """(0, 1) from its lower end: δ = 1/(1 + e^(−π sinh t))."""
    grow = (-arb.pi() * t.sinh()).exp()
    return 1 / (1 + grow), arb.pi() * t.cosh() * grow / (1 + grow) ** 2


def _half(t: arb) -> tuple[arb, arb]:
    """(0, ∞) where the integrand decays exponentially: δ = exp(t − e^(−t))."""
    back = (-t).exp()
    delta = (t - back).exp()
    return delta, delta * (1 + back)


def _half_slow(t: arb) -> tuple[arb, arb]:
    """(0, ∞) where it decays like a power: δ = exp(π/2 sinh t)."""
    delta = (arb.pi() / 2 * t.sinh()).exp()
    return delta, delta * arb.pi() / 2 * t.cosh()


def _line(t: arb) -> tuple[arb, arb]:
    """The line, exponential decay: δ = sinh t."""
    return t.sinh(), t.cosh()


def _line_slow(t: arb) -> tuple[arb, arb]:
    """The line, decay like a power: δ = sinh(π/2 sinh t)."""
    inner = arb.pi() / 2 * t.sinh()
    return inner.sinh(), inner.cosh() * arb.pi() / 2 * t.cosh()


Change = Callable[[arb], tuple[arb, arb]]
REACH: dict[str, tuple[Change, int, int]] = {  # the change, and the range of t in which anything can matter
    "finite": (_finite, -9, 9),
    "half": (_half, -8, 14),
    "half slow": (_half_slow, -9, 9),
    "line": (_line, -14, 14),
    "line slow": (_line_slow, -9, 9),
}


@lru_cache(maxsize=20_000)
def _node(kind: str, level: int, index: int, bits: int) -> tuple[arb, arb, int]:
    """Node and weight at t = index/2^level, and the precision at which 1 ± δ and δ ± 1 still tell δ from 0 and 1."""
    change = REACH[kind][0]
    with ctx.workprec(bits):
        delta, _ = change(arb(index) / 2**level)
        bits += abs(_exponent(delta))
    with ctx.workprec(bits):
        return *change(arb(index) / 2**level), bits


def _exponent(a: arb) -> int:
    """About log₂ of the size of a number."""
    mantissa, exponent = a.mid().man_exp()
    return int(mantissa).bit_length() + int(exponent)


def trapezoid(f: Integrand, kind: str, scale: arb, tolerance: arb, mirror: Integrand | None = None) -> Values:
    """The integrals of the components of f over the range, each widened by the change in the last halving.

    On a finite range f takes the distance from the lower end, `mirror` that from the upper one.
    A component that does not decay towards an end is ±∞ (`_grows`); the others are not touched by that.
    Raises CannotEvaluate when the integrand is not a number in the range.
    """
    bits = ctx.prec

    def term(level: int, index: int) -> Values:
        far = mirror is not None and index > 0
        delta, weight, precise = _node(kind, level, -index if far else index, bits)
        with ctx.workprec(precise):
            values = (mirror if far and mirror else f)(scale * delta)
        return tuple(weight * scale * a for a in values)

    infinite = _at_the_ends(term, kind, bits)
    if any(infinite):
        return tuple(i or a for i, a in zip(infinite, _settled(_without(infinite, term), kind, tolerance), strict=True))
    return _settled(term, kind, tolerance)


def _settled(term: Term, kind: str, tolerance: arb) -> Values:
    """Trapezoidal sums with ever smaller steps, until they change no more."""
    level = 1
    first, last, total, cut = _range(term, kind, level, ctx.prec)
    while True:
        h = arb(1) / 2**level
        level += 1
        odd = [term(level, i) for i in range(2 * first + 1, 2 * last, 2)]
        if any(not a.is_finite() for values in odd for a in values):
            raise CannotEvaluate("the integrand is not finite in the interior of its range")
        before = [h * a for a in total]
        total = tuple(sum((v[k] for v in odd), a) for k, a in enumerate(total))
        first, last = 2 * first, 2 * last
        after = [h / 2 * a for a in total]
        change = [a - b for a, b in zip(after, before, strict=True)]
        settled = all(c.abs_upper() < tolerance * (1 + abs(a)) for c, a in zip(change, after, strict=True))
        if (settled and level > 3) or level >= LEVELS:
            return tuple(widened(a, abs(c) + e) for a, c, e in zip(after, change, cut, strict=True))


def _at_the_ends(term: Term, kind: str, bits: int) -> tuple[arb | None, ...]:
    """For each component ±∞ where the integral diverges at an end, None where nothing says so.

    δ·f(δ) tends to 0 towards an end where ∫ f converges (for an f that varies regularly); it diverges if
    δ·f(δ) keeps its sign and does not fall on all of the outer half of the range.
    """
    found: list[arb] = []
    for reach in REACH[kind][1:]:
        places = [i if reach > 0 else -i for i in range(abs(reach), 2 * abs(reach) + 1)]
        rows = []
        for i in places:
            delta, weight, _ = _node(kind, 1, -i if kind == "finite" and i > 0 else i, bits)
            rows.append([a * abs(delta) / weight for a in term(1, i)])
        grows = [_never_falls(column) for column in zip(*rows, strict=True)]
        found = [a + b for a, b in zip(found, grows, strict=True)] if found else grows
    return tuple(None if a.is_zero() else a for a in found)


def _never_falls(column: Sequence[arb]) -> arb:
    """±∞ if the numbers have one sign, are not 0 and do not fall; else 0."""
    if not all(a.is_finite() for a in column) or not (all(a > 0 for a in column) or all(a < 0 for a in column)):
        return arb(0)
    rising = all(abs(b) > abs(a) * (1 - arb(2) ** -10) for a, b in pairwise(column))
    return (arb.pos_inf() if column[0] > 0 else arb.neg_inf()) if rising else arb(0)


def _without(infinite: Sequence[arb | None], term: Term) -> Term:
    """The terms with 0 for the components that diverge."""
    return lambda level, index: tuple(
        a if i is None else arb(0) for i, a in zip(infinite, term(level, index), strict=True)
    )


def _range(term: Term, kind: str, level: int, bits: int) -> tuple[int, int, Values, Values]:
    """Where the terms matter, their sum there, and what was cut off for want of a finite value."""
    _, low, high = REACH[kind]
    step = 2**level
    up = _finite_run(term, level, range(high * step + 1))
    down = _finite_run(term, level, range(-1, low * step - 1, -1))
    found: Sequence[tuple[int, Values]] = [*reversed(down), *up]
    if not found:
        raise CannotEvaluate("the integrand is nowhere finite")
    width = len(found[0][1])
    peak = [max((abs(v[k]).mid() for _, v in found), default=arb(0)) for k in range(width)]
    small = [p / arb(2) ** bits for p in peak]
    matter = [n for n, (_, v) in enumerate(found) if any(abs(v[k]) > small[k] for k in range(width))]
    if not matter:
        zero = tuple(arb(0) for _ in range(width))
        return found[0][0], found[-1][0], zero, zero
    kept = found[max(matter[0] - 1, 0) : matter[-1] + 2]
    total = tuple(sum((v[k] for _, v in kept), arb(0)) for k in range(width))
    cut = tuple(2 * (abs(kept[0][1][k]) + abs(kept[-1][1][k])) for k in range(width))
    return kept[0][0], kept[-1][0], total, cut


def _finite_run(term: Term, level: int, indices: range) -> list[tuple[int, Values]]:
    """Terms outward from the middle, as long as they are finite numbers."""
    run: list[tuple[int, Values]] = []
    for i in indices:
        values = term(level, i)
        if any(not a.is_finite() for a in values):
            break
        run.append((i, values))
    return run
