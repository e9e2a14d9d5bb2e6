"""Expectations under a law, from its raw density and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flint import arb, ctx
from sympy import Expr, S, Symbol, log, true

from ..language.images import Image
from ..language.marginals import Conditional
from ..language.models import Mixture
from ..language.support import Counts, Integers, Interval, Points, Region, Support, Unknown, listed
from .cells import cells_of
from .nodes import Values
from .numbers import CannotEvaluate, Function, Numbers, Point, digits_of
from .plane import Plane, definite, over_plane
from .quadrature import integrals
from .regions import over_region
from .summation import finite_sum, infinite_sum, over_counts, points_in

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
    if isinstance(support, Integers) and (few := listed(support)) is not None:
        support = Points(few)
    if isinstance(support, Interval):
        mass, total = integrals(
            lambda x: parts((x,)), combine, lambda x: bulk_of(law, x, numbers), support.low, support.high, numbers
        )
    elif isinstance(support, Plane):
        mass, total = over_plane(definite(law), parts, combine, numbers)
    elif isinstance(support, Counts):
        mass, total = over_counts(support, parts, combine, numbers)
    elif isinstance(support, Region):
        mass, total = over_region(definite(law), parts, value, numbers)
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


def bulk_of(law: Any, x: Any, numbers: Numbers) -> Function:
    """log p, as a function of its argument."""
    return numbers.function(log_density(law, (x,)), (x,))


def total(law: Any, make: Callable[[tuple[Expr, ...]], Expr], numbers: Numbers) -> arb:
    """The sum or integral of a formula over the support of a law."""
    support = support_of(law, numbers)
    if isinstance(support, Points):
        return sum((numbers.of(make(point)) for point in support.points), arb(0))
    if isinstance(support, Integers):
        return _over_integers(support, lambda p: [make(p)], lambda v: v, numbers)[0]
    if isinstance(support, Plane):
        return over_plane(definite(law), lambda p: [make(p)], lambda v: v, numbers)[0]
    if isinstance(support, Interval):
        (value,) = integrals(
            lambda x: [make((x,))], lambda v: v, lambda x: bulk_of(law, x, numbers), support.low, support.high, numbers
        )
        return value
    raise CannotEvaluate(f"{law} is not a definite law")


def _over_integers(support: Integers, parts: Any, combine: Any, numbers: Numbers) -> Values:
    k = Symbol("k", integer=True)
    functions = [numbers.function(e, (k,)) for e in parts((k,))]

    def row(at: arb) -> Values:
        made: Values = combine(tuple(f((at,)) for f in functions))
        return made

    if support.low == S.NegativeInfinity and support.high == S.Infinity:
        halves = infinite_sum(row, 0, numbers), infinite_sum(lambda k: row(-k), 1, numbers)
        return tuple(a + b for a, b in zip(*halves, strict=True))
    low = int(support.low)
    if support.high == S.Infinity:
        return infinite_sum(row, low, numbers)
    return finite_sum(row, low, int(support.high), numbers)


def support_of(law: Any, numbers: Numbers) -> Support | Plane:
    """Where a definite law lives; an image of an interval has the images of the ends, in order."""
    law = definite(law)
    if isinstance(law, Mixture):
        return _of_mixture(law, numbers)
    if isinstance(law, Image):
        inside = support_of(law.law, numbers)
        shift = law.map.body - law.map.variable
        if isinstance(inside, Integers) and shift.is_Integer:
            return Integers(inside.low + shift, inside.high + shift)
        if isinstance(inside, Points):
            return Points(tuple((law.map.at(*p),) for p in inside.points))
        if isinstance(inside, Interval):
            ends = [law.map.end(e, s) for e, s in ((inside.low, "+"), (inside.high, "-"))]
            return Interval(*(ends if numbers.of(ends[0]) < numbers.of(ends[1]) else ends[::-1]))
        return Unknown(law)
    cells = cells_of(law)
    if cells is not None:
        return Points(tuple(point for point, p in cells.items() if p != 0))
    if isinstance(law, Conditional):
        raise CannotEvaluate(f"{law} is not a definite law")
    return _sympified(law.support)


def points_of(law: Any, numbers: Numbers) -> Support | Plane:
    """Where a definite law lives, vectors of counts one by one."""
    support = support_of(law, numbers)
    return Points(points_in(support)) if isinstance(support, Counts) else support


def _of_mixture(law: Mixture, numbers: Numbers) -> Support | Plane:
    """The points that either law charges; on a line both must live on the same interval."""
    first, second = support_of(law.first, numbers), support_of(law.second, numbers)
    if isinstance(first, Points) and isinstance(second, Points):
        return Points(tuple(dict.fromkeys((*first.points, *second.points))))
    if first == second:
        return first
    raise CannotEvaluate(f"the support of {law} is not one interval")


def _sympified(support: Any) -> Support | Plane:
    """A declaration may write its ends as plain numbers."""
    if isinstance(support, Interval | Integers):
        return type(support)(S(support.low), S(support.high))
    if isinstance(support, Points):
        return Points(tuple(tuple(map(S, p)) for p in support.points))
    made: Support | Plane = support
    return made


def log_density(law: Any, point: tuple[Expr, ...]) -> Expr:
    """log p at a point of the support, as a formula."""
    law = definite(law)
    cells = cells_of(law)
    if cells is not None:
        return log(cells[point]) if cells.get(point, 0) != 0 else S.NegativeInfinity
    made: Expr = law.log_density(*point)
    return made


def opened_log_density(law: Any, point: tuple[Expr, ...], variables: tuple[Symbol, ...], numbers: Numbers) -> Function:
    """log p of a law at a point that depends on variables; −∞ outside its support."""
    law = definite(law)
    places = [numbers.function(a, variables) for a in point]
    cells = cells_of(law)
    if cells is not None:
        known = {key: numbers.of(log_density(law, key)) for key in cells}
        exact = [(tuple(map(numbers.of, key)), value) for key, value in known.items()]

        def looked_up(v: Point) -> arb:
            here = [p(v) for p in places]
            for key, value in exact:
                if all(a.overlaps(b) for a, b in zip(here, key, strict=True)):
                    return value
            return arb.neg_inf()

        return looked_up
    support = support_of(law, numbers)
    if isinstance(support, Unknown):
        raise CannotEvaluate(f"{law} is not a definite law")
    if isinstance(support, Interval | Integers) and true in (point[0] < support.low, point[0] > support.high):
        return lambda v: arb.neg_inf()  # where the formula of the density need not be defined
    inside = numbers.function(law.log_density(*point), variables)
    if isinstance(support, Points):
        allowed = [tuple(map(numbers.of, p)) for p in support.points]
        return lambda v: (
            inside(v)
            if any(all(p(v).overlaps(a) for p, a in zip(places, key, strict=True)) for key in allowed)
            else arb.neg_inf()
        )
    if isinstance(support, Plane | Region):
        return inside
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
        if isinstance(here, Plane) or isinstance(there, Plane):
            return isinstance(here, Plane) and isinstance(there, Plane)
        if isinstance(here, Region) or isinstance(there, Region):
            if here == there:
                return True
            raise CannotEvaluate(f"whether the support of {law} lies in that of {other} is not known")
        if isinstance(here, Interval) != isinstance(there, Interval):
            return False
        if isinstance(there, Points):
            points = {p[0] for p in there.points}
            return (
                here.low.is_finite
                and here.high.is_finite
                and all(S(k) in points for k in range(int(here.low), int(here.high) + 1))
            )
        ends = [numbers.of(e) for e in (there.low, here.low, here.high, there.high)]
        return not (ends[1] < ends[0] or ends[3] < ends[2])


__all__ = ["cells_of", "covered", "log_density", "mean", "opened_log_density", "points_of", "support_of", "total"]
