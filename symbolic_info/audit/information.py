"""Rényi's, Hellinger's, Jensen and Shannon's and Fisher's quantities in numbers, from their definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flint import arb
from sympy import Add, Dummy, Expr, S, exp, log, oo

from ..language.information import JS, Fisher, Grid, Hellinger2, Renyi, RenyiDivergence
from ..language.joint import variables_of
from ..language.support import Integers, Interval, Points, Support
from ..language.terms import Density
from .laws import cells_of, covered, log_density, mean, points_of
from .numbers import CannotEvaluate, Handler, Numbers
from .quadrature import integrals
from .summation import finite_sum, infinite_sum


def renyi(e: Renyi, numbers: Numbers) -> arb:
    """log ∫ p^α/(1 − α)"""
    alpha, P = e.args
    whole = _over(points_of(P, numbers), lambda x: alpha * log_density(P, x), numbers)
    return whole.log() / numbers.of(1 - alpha)


def renyi_divergence(e: RenyiDivergence, numbers: Numbers) -> arb:
    """log ∫ p^α q^(1−α)/(α − 1) where both are positive; ∞ for α > 1 unless P ≪ Q, or if there is no such place."""
    alpha, P, Q = e.args
    if alpha > 1 and not covered(P, Q, numbers):
        return arb.pos_inf()
    whole = _overlap(P, Q, lambda p, q: alpha * p + (1 - alpha) * q, numbers)
    return arb.pos_inf() if whole.is_zero() else whole.log() / numbers.of(alpha - 1)


def hellinger(e: Hellinger2, numbers: Numbers) -> arb:
    """1 − ∫ √(p q)"""
    P, Q = e.args
    return 1 - _overlap(P, Q, lambda p, q: (p + q) / 2, numbers)


def jensen_shannon(e: JS, numbers: Numbers) -> arb:
    """½ E_P[log p/m] + ½ E_Q[log q/m], m = (p + q)/2"""
    P, Q = e.args
    if points_of(P, numbers).measure != points_of(Q, numbers).measure:
        return arb(2).log()

    def towards(law: Any) -> arb:
        return mean(law, lambda x: (log((_density(P, x) + _density(Q, x)) / 2),), lambda v: v[0] - v[1], numbers)

    return (towards(P) + towards(Q)) / 2


def _density(law: Any, point: tuple[Expr, ...]) -> Expr:
    made: Expr = Density(law, *point)
    return made


def fisher(e: Fisher, numbers: Numbers) -> arb:
    """E[(∂ log p)²] for one parameter."""
    return numbers.of(information(e)[0])


def information(e: Fisher) -> list[Expr]:
    """E[∂ᵢ log p(X) ∂ⱼ log p(X)], row by row: the derivatives of the raw log-density; of listed outcomes, summed."""
    at = variables_of(e.law, *e.points)
    put = dict(zip(e.variables, e.points, strict=True))
    cells = cells_of(e.body)
    if cells is not None:
        logs = {p: log(p) for p in cells.values() if p != 0}
        slopes = [{p: a.diff(v) for p, a in logs.items()} for v in e.variables]
        return [Add(*(p * s[p] * t[p] for p in cells.values() if p != 0)).xreplace(put) for s in slopes for t in slopes]
    scores = [e.body.log_density(*at).diff(v).xreplace(put) for v in e.variables]
    return [e.law.expect(s * t, at) for s in scores for t in scores]


def cells(line: Expr) -> Sequence[Expr]:
    """The entries of a matrix, row by row; of a number, itself."""
    if isinstance(line, Grid):
        return line.entries
    return information(line) if isinstance(line, Fisher) and len(line.points) > 1 else [line]


def _overlap(P: Any, Q: Any, make: Callable[[Expr, Expr], Expr], numbers: Numbers) -> arb:
    """∫ exp(make(log p, log q)) over the points that both laws charge."""
    common = _common(points_of(P, numbers), points_of(Q, numbers), numbers)
    if common is None:
        return arb(0)
    return _over(common, lambda x: make(log_density(P, x), log_density(Q, x)), numbers)


def _over(support: Any, power: Callable[[tuple[Expr, ...]], Expr], numbers: Numbers) -> arb:
    """∫ e^power over a support."""
    if isinstance(support, Interval):
        (found,) = integrals(
            lambda x: [exp(power((x,)))],
            lambda v: v,
            lambda x: numbers.function(power((x,)), (x,)),
            support.low,
            support.high,
            numbers,
        )
        return found
    if isinstance(support, Points):
        return sum((numbers.of(exp(power(point))) for point in support.points), arb(0))
    if not isinstance(support, Integers) or support.low == -oo:
        raise CannotEvaluate("the law is not a definite one on the line")
    k = Dummy("k", integer=True)
    f = numbers.function(exp(power((k,))), (k,))
    if support.high == oo:
        return infinite_sum(lambda v: (f((v,)),), int(support.low), numbers)[0]
    return finite_sum(lambda v: (f((v,)),), int(support.low), int(support.high), numbers)[0]


def _common(one: Any, other: Any, numbers: Numbers) -> Support | None:
    """The points of both supports; None where there are none, or none that weigh anything."""
    if one.measure != other.measure:
        return None
    if isinstance(one, Points) or isinstance(other, Points):
        mine = [_listed(s) for s in (one, other)]
        if mine[0] is None or mine[1] is None:
            raise CannotEvaluate("finitely many points against infinitely many")
        kept = tuple(p for p in mine[0] if p in mine[1])
        return Points(kept) if kept else None
    low = max(one.low, other.low, key=lambda end: float(numbers.of(end)))
    high = min(one.high, other.high, key=lambda end: float(numbers.of(end)))
    empty = not numbers.of(low) < numbers.of(high) if isinstance(one, Interval) else low > high
    return None if empty else type(one)(low, high)


def _listed(support: Any) -> list[tuple[Expr, ...]] | None:
    if isinstance(support, Points):
        return [tuple(map(S, p)) for p in support.points]
    return [(S(k),) for k in range(int(support.low), int(support.high) + 1)] if support.high != oo else None


INFORMATION: dict[type, Handler] = {
    Renyi: renyi, RenyiDivergence: renyi_divergence, Hellinger2: hellinger, JS: jensen_shannon, Fisher: fisher,
}  # fmt: skip
