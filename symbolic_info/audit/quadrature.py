"""Integrals over an interval: cut at kinks and singular points, and each piece by its own change of variable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from flint import arb, ctx
from sympy import Abs, Add, Dummy, Expr, Max, Min, Mul, S, exp, log, oo, sign
from sympy import Piecewise as Cases

from ..language.support import Interval
from ..language.terms import Density
from .functions import logarithm
from .nodes import Integrand, Values, trapezoid
from .numbers import Function, Numbers, rational

Make = Callable[[Expr], Sequence[Expr]]
Combine = Callable[[Values], Values]


def integrals(
    make: Make, combine: Combine, size: Callable[[Dummy], Function], low: Expr, high: Expr, numbers: Numbers
) -> Values:
    """∫ of each component of combine(make(x)) over (low, high), each with its error.

    `make` writes expressions at a point; it is asked for x = end ± δ, so that 1 − x becomes δ exactly.
    `combine` makes the integrands from their values.  `size` compiles the logarithm of something whose bulk
    is where the integrands have theirs.
    """
    with ctx.workprec(numbers.bits):
        x = Dummy("x", **{_sign(low, high, numbers): True})
        bulk = size(x)
        cuts = _cuts(make(x), x, low, high, numbers)
        if cuts and low == -oo and high == oo:
            cuts = _with_bulk(cuts, bulk, numbers)
        ends = [low, *cuts, high]

        def about(end: Expr, side: int, real: bool = False) -> Integrand:
            """The integrands as functions of the distance δ from an end."""
            delta = Dummy("delta", **{"real" if real else "positive": True})
            parts = [numbers.function(e, (delta,)) for e in make(end + side * delta)]
            return lambda d: combine(tuple(p((d,)) for p in parts))

        pieces = [_piece(about, a, b, bulk, numbers) for a, b in pairwise(ends)]
    return tuple(sum(parts, arb(0)) for parts in zip(*pieces, strict=True))


def _sign(low: Expr, high: Expr, numbers: Numbers) -> str:
    """What is known of every point between the ends, so that SymPy does not take log x for complex."""
    if low.is_finite and numbers.of(low) >= 0:
        return "positive"
    return "negative" if high.is_finite and numbers.of(high) <= 0 else "real"


def _piece(about: Callable[..., Integrand], low: Expr, high: Expr, bulk: Function, numbers: Numbers) -> Values:
    tolerance, digits = numbers.tolerance, numbers.digits
    if low == -oo and high == oo:
        centre = _centre(bulk)
        scale = _scale_about(bulk, centre)
        slow = any(_is_slow(bulk, centre, s, digits) for s in (scale, -scale))
        return trapezoid(about(rational(centre), 1, True), "line slow" if slow else "line", scale, tolerance)
    if low != -oo and high != oo:
        return trapezoid(about(low, 1), "finite", numbers.of(high - low), tolerance, about(high, -1))
    end, side = (low, 1) if low != -oo else (high, -1)
    corner = numbers.of(end)
    scale = _scale_from(bulk, corner, side)
    slow = _is_slow(bulk, corner, side * scale, digits)
    return trapezoid(about(end, side), "half slow" if slow else "half", scale, tolerance)


def _height(bulk: Function, at: arb) -> arb:
    value = bulk((at,))
    return value.mid() if value.is_finite() else arb.neg_inf()


def _centre(bulk: Function) -> arb:
    """About where the bulk is: the best of a coarse grid, then uphill."""
    grid = [arb(0), *(s * arb(2) ** k for k in range(-6, 14) for s in (1, -1))]
    best, height = arb(0), arb.neg_inf()
    for a in grid:
        here = _height(bulk, a)
        if here > height:
            best, height = a, here
    step = max(abs(best), arb(1)) / 2
    for _ in range(40):
        higher = [(h, a) for a in (best - step, best + step) if (h := _height(bulk, a)) > height]
        if higher:
            height, best = higher[-1]
        else:
            step = step / 2
    return best


def _scale_about(bulk: Function, centre: arb) -> arb:
    """A power of two at which the bulk has fallen by about one unit on the logarithmic scale."""
    top, scale = _height(bulk, centre), arb(1)

    def fall() -> arb:
        low = max(_height(bulk, centre + scale), _height(bulk, centre - scale))
        return top - low

    for _ in range(60):
        if fall() > 2:
            scale = scale / 2
        elif fall() < 0.25:
            scale = scale * 2
        else:
            break
    return scale


def _scale_from(bulk: Function, corner: arb, side: int) -> arb:
    """The distance from a corner at which most of the mass of one octave lies."""
    octaves = [(arb(2) ** k) for k in range(-30, 31)]
    found = [(_height(bulk, corner + side * d) + d.log(), d) for d in octaves]
    best, scale = found[0]
    for height, d in found:
        if height > best:
            best, scale = height, d
    return scale


def _is_slow(bulk: Function, corner: arb, scale: arb, digits: int) -> bool:
    """Whether the tail at e¹³ scales is still not negligible."""
    peak = max(_height(bulk, corner + scale), _height(bulk, corner + scale / 2))
    return bool(_height(bulk, corner + scale * arb(13).exp()) > peak - arb(3 * digits + 20))


def _cuts(bodies: Sequence[Expr], x: Dummy, low: Expr, high: Expr, numbers: Numbers) -> list[Expr]:
    """Where an integrand may fail to be analytic inside the interval, in order."""
    ends = [numbers.of(e) for e in (low, high)]
    found: list[tuple[arb, Expr]] = []
    for gap in {g for body in bodies for g in (*_gaps(body), *_dips(body, x))}:
        for root in _roots(gap, x, ends, numbers):
            at = numbers.of(root)
            if ends[0] < at < ends[1] and not any(at.overlaps(a) for a, _ in found):
                found.append((at, root))
    return [root for _, root in sorted(found, key=lambda pair: float(pair[0]))]


def _with_bulk(cuts: list[Expr], bulk: Function, numbers: Numbers) -> list[Expr]:
    """The cuts, and one in the bulk where that is narrow and far from them all."""
    centre = _centre(bulk)
    width = _scale_about(bulk, centre)
    if any(abs(numbers.of(c) - centre) < 8 * width for c in cuts):
        return cuts
    return sorted([*cuts, rational(centre)], key=lambda c: float(numbers.of(c)))


def _gaps(body: Expr) -> Iterator[Expr]:
    """Expressions at whose zeros the body may have a kink or a jump."""
    for node in body.atoms(Abs, sign, Max, Min, Cases, Density):
        if isinstance(node, Density) and len(node.args) == 2:
            law, point = node.args
            if isinstance(law.support, Interval):
                yield from (point - end for end in map(S, (law.support.low, law.support.high)) if end.is_finite)
                yield from _gaps(law.log_density(point))
        elif isinstance(node, Abs | sign):
            yield _without_logs(node.args[0])
        elif isinstance(node, Max | Min):
            yield from (a - b for a in node.args for b in node.args if a != b)


def _without_logs(gap: Expr) -> Expr:
    """log u − log v vanishes where u − v does."""
    parts = [t.as_coeff_Mul() for t in Add.make_args(gap)]
    if not all(isinstance(head, log) and abs(c) == 1 for c, head in parts):
        return gap
    up, down = (Mul(*(head.args[0] for c, head in parts if c == s)) for s in (1, -1))
    return (up - down).expand()


def _dips(body: Expr, x: Dummy) -> Iterator[Expr]:
    """Expressions at whose zeros a logarithm is analytic but may be narrow: log of x² + c², log of e^x + c."""
    for node in body.atoms(log):
        inside = node.args[0]
        if inside.is_polynomial(x) and inside.as_poly(x).degree() == 2:
            yield inside.diff(x)
        elif inside.is_Add:
            yield from (t.args[0] for t in inside.atoms(exp) if not t.args[0].diff(x).has(x))


def _roots(gap: Expr, x: Dummy, ends: list[arb], numbers: Numbers) -> list[Expr]:
    """Roots of the gap: exactly where it is linear, else by bisection between the signs on a grid."""
    slope = gap.diff(x) if gap.has(x) else S.Zero
    if not slope.has(x):
        return [((slope * x - gap) / slope).expand()] if slope != 0 else []
    f = numbers.function(gap, (x,))
    low, high = (e if e.is_finite() else None for e in ends)
    spread = [arb(2) ** k for k in range(-10, 11)]
    if low is not None and high is not None:
        grid = [low + (high - low) * k / 64 for k in range(1, 64)]
    elif low is not None:
        grid = [low + s for s in spread]
    elif high is not None:
        grid = [high - s for s in reversed(spread)]
    else:
        grid = [*(-s for s in reversed(spread)), arb(0), *spread]
    return [
        rational(_bisected(f, a, b, numbers.bits))
        for a, b in pairwise(grid)
        if f((a,)).is_finite() and f((b,)).is_finite() and f((a,)) * f((b,)) < 0
    ]


def _bisected(f: Function, low: arb, high: arb, bits: int) -> arb:
    rises = f((high,)) > 0
    for _ in range(bits):
        middle = ((low + high) / 2).mid()
        low, high = (low, middle) if (f((middle,)) > 0) == rises else (middle, high)
    return low


def plain_integral(low: Expr, high: Expr, body: Expr, x: Expr, numbers: Numbers) -> arb:
    """∫ body dx from low to high; an empty or a reversed range as usual."""
    if low == high:
        return arb(0)
    if numbers.of(low) > numbers.of(high):
        return -plain_integral(high, low, body, x, numbers)

    def at(point: Expr) -> Expr:
        return body.xreplace({x: point})

    def size(p: Dummy) -> Function:
        f = numbers.function(at(p), (p,))
        return lambda v: logarithm(abs(f(v)))

    (value,) = integrals(lambda p: (at(p),), lambda v: v, size, low, high, numbers)
    return value
