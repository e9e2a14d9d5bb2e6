"""Expectations under a law, from its raw density and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from flint import arb, ctx
from sympy import Expr, S, Symbol, exp, log

from ..language.distribution import Image
from ..language.joint import Marginal, ProductLaw
from ..language.support import Integers, Interval, Points, Support, Unknown
from .nodes import Values
from .numbers import CannotEvaluate, Function, Numbers, Point, digits_of
from .quadrature import integrals
from .summation import finite_sum, infinite_sum

Make = Callable[[tuple[Expr, ...]], Sequence[Expr]]


def mean(law: Any, make: Make, value: Callable[[Values], arb], numbers: Numbers) -> arb:
    """E[value(log p(X), make(X)…)] under a law, by quadrature or summation of its density.

    The density is added up at the same points, and must come to 1: a law that is not normalised,
    or a bulk that was missed, is CannotEvaluate and never a number.
    """

    def parts(point: tuple[Expr, ...]) -> list[Expr]:
        return [log_density(law, point), *make(point)]

    def combine(values: Values) -> Values:
        p = values[0].exp()
        return p, p * value(values)

    support = support_of(law, numbers)
    if isinstance(support, Interval):
        mass, total = integrals(
            lambda x: parts((x,)), combine, lambda x: log_density(law, (x,)), support.low, support.high, numbers
        )
    elif isinstance(support, Integers):
        mass, total = _over_integers(support, parts, combine, numbers)
    elif isinstance(support, Points):
        rows = [combine(tuple(map(numbers.of, parts(point)))) for point in support.points]
        mass, total = (sum(column, arb(0)) for column in zip(*rows, strict=True))
    else:
        raise CannotEvaluate(f"{law} is not a definite law")
    if total.is_nan():
        raise CannotEvaluate(f"the expectation under {law} is not defined")
    if digits_of(mass - 1) < min(numbers.digits, 12) - 3:
        raise CannotEvaluate(f"the density of {law} adds up to {mass.str(12)}, not to 1")
    return total


def _over_integers(support: Integers, parts: Any, combine: Any, numbers: Numbers) -> Values:
    k = Symbol("k", integer=True)
    functions = [numbers.function(e, (k,)) for e in parts((k,))]

    def row(at: arb) -> Values:
        made: Values = combine(tuple(f((at,)) for f in functions))
        return made

    low = int(support.low)
    if support.high == S.Infinity:
        return infinite_sum(row, low, numbers)
    return finite_sum(row, low, int(support.high), numbers)


def support_of(law: Any, numbers: Numbers) -> Support:
    """Where a definite law lives; an image of an interval has the images of the ends, in order."""
    if isinstance(law, Image):
        inside = support_of(law.law, numbers)
        if isinstance(inside, Points):
            return Points(tuple((law.map.at(*p),) for p in inside.points))
        if isinstance(inside, Interval):
            ends = [law.map.end(e, s) for e, s in ((inside.low, "+"), (inside.high, "-"))]
            return Interval(*(ends if numbers.of(ends[0]) < numbers.of(ends[1]) else ends[::-1]))
        return Unknown(law)
    if hasattr(law, "cells"):
        return Points(tuple(point for point, p in law.cells.items() if p != 0))
    if isinstance(law, ProductLaw):
        return Points(tuple(tuple(c for p in point for c in p) for point in _grid(law)))
    return _sympified(law.support)


def _sympified(support: Support) -> Support:
    """A declaration may write its ends as plain numbers."""
    if isinstance(support, Interval | Integers):
        return type(support)(S(support.low), S(support.high))
    if isinstance(support, Points):
        return Points(tuple(tuple(map(S, p)) for p in support.points))
    return support


def _grid(law: ProductLaw) -> Any:
    return product(*(m.cells for m in law.marginals))


def log_density(law: Any, point: tuple[Expr, ...]) -> Expr:
    """log p at a point of the support, as a formula."""
    cells = cells_of(law)
    if cells is not None:
        return log(cells[point]) if cells.get(point, 0) != 0 else S.NegativeInfinity
    made: Expr = law.log_density(*point)
    return made


def cells_of(law: Any) -> dict[tuple[Expr, ...], Expr] | None:
    """Probability by point, for a law that lists them."""
    if isinstance(law, ProductLaw) and hasattr(law.law, "cells"):
        parts = [m.cells for m in law.marginals]
        return {
            tuple(c for k in keys for c in k): _times(d[k] for d, k in zip(parts, keys, strict=True))
            for keys in _grid(law)
        }
    if isinstance(law, Marginal) and not hasattr(law.law, "cells"):
        return None
    if isinstance(law, Image) and isinstance(law.law.support, Points):
        inner = cells_of(law.law) or {p: exp(law.law.log_density(*p)) for p in law.law.support.points}
        return {(law.map.at(*k),): p for k, p in inner.items()}
    if type(law).__name__ == "Categorical":
        return {(S(i),): p for i, p in enumerate(law.args, 1)}
    found: dict[tuple[Expr, ...], Expr] | None = getattr(law, "cells", None)
    return found


def _times(factors: Any) -> Expr:
    made = S.One
    for f in factors:
        made *= f
    return made


def opened_log_density(law: Any, point: tuple[Expr, ...], variables: tuple[Symbol, ...], numbers: Numbers) -> Function:
    """log p of a law at a point that depends on variables; −∞ outside its support."""
    places = [numbers.function(a, variables) for a in point]
    cells = cells_of(law)
    if cells is not None:
        known = {key: numbers.of(log_density(law, key)) for key in cells}
        exact = {tuple(numbers.of(k) for k in key): value for key, value in known.items()}

        def looked_up(v: Point) -> arb:
            here = [p(v) for p in places]
            for key, value in exact.items():
                if all(a.overlaps(b) for a, b in zip(here, key, strict=True)):
                    return value
            return arb.neg_inf()

        return looked_up
    inside = numbers.function(law.log_density(*point), variables)
    support = support_of(law, numbers)
    if isinstance(support, Unknown):
        raise CannotEvaluate(f"{law} is not a definite law")
    if isinstance(support, Points):
        allowed = [tuple(map(numbers.of, p)) for p in support.points]
        return lambda v: (
            inside(v)
            if any(all(p(v).overlaps(a) for p, a in zip(places, key, strict=True)) for key in allowed)
            else arb.neg_inf()
        )
    low, high = numbers.of(support.low), numbers.of(support.high)
    whole = isinstance(support, Integers)

    def within(v: Point) -> arb:
        here = places[0](v)
        outside = here < low or here > high or (whole and not here.contains_integer())
        return arb.neg_inf() if outside else inside(v)

    return within


def covered(law: Any, other: Any, numbers: Numbers) -> bool:
    """Whether the second law puts mass wherever the first does (P ≪ Q)."""
    here, there = support_of(law, numbers), support_of(other, numbers)
    with ctx.workprec(numbers.bits):
        if isinstance(here, Points):
            if isinstance(there, Interval):
                return False
            possible = [p for p in here.points if numbers.of(log_density(law, p)).is_finite()]
            return all(opened_log_density(other, p, (), numbers)(()).is_finite() for p in possible)
        if isinstance(here, Unknown) or isinstance(there, Unknown):
            raise CannotEvaluate(f"the support of {law} or {other} is not definite")
        if isinstance(here, Interval) != isinstance(there, Interval):
            return False
        if isinstance(there, Points):
            points = {p[0] for p in there.points}
            return here.high != S.Infinity and all(S(k) in points for k in range(int(here.low), int(here.high) + 1))
        ends = [numbers.of(e) for e in (there.low, here.low, here.high, there.high)]
        return not (ends[1] < ends[0] or ends[3] < ends[2])


__all__ = ["cells_of", "covered", "log_density", "mean", "opened_log_density", "support_of"]
