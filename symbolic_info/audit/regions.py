"""Several real variables: expectations in coordinates that are independent under the declared density.

A chart writes the point in such coordinates, normal ones or others.  Normal ones take Gauss's rules with two, three
and five nodes (exact for polynomials of degrees 3, 5 and 9; the difference of the last two is the error).  In the
others the density is a product, and the function a sum or a product of functions of one coordinate each: numbers are
asked whether this is so, at random places, and each coordinate then takes one quadrature.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from math import prod
from random import Random
from typing import Any

from flint import arb, ctx
from sympy import Dummy, Expr, Rational, S, exp, factor, log, sqrt

from ..language.support import Counts, Simplex
from .charts import NORMAL, Chart, Ends, charts_of
from .nodes import Values
from .numbers import CannotEvaluate, Numbers, digits_of, rational, widened
from .plane import Gaussian, gaussian, over_plane
from .quadrature import integrals, plain_integral

Make = Callable[[tuple[Expr, ...]], Sequence[Expr]]
Value = Callable[[Values], arb]
PLACES = 3  # at how many random places the numbers are asked


def agree(law: Any, numbers: Numbers) -> None:
    """Ask whether the declared laws of two coordinates are what one gets by integrating the other one out."""
    if law.support.dimension != 2:
        return
    if isinstance(law.support, Counts):
        _counts_agree(law, numbers.at(15))
        return
    rough, at = numbers.at(15), Rational(3, 10)
    ends = (S.Zero, 1 - at) if isinstance(law.support, Simplex) else NORMAL
    other = Dummy("v", real=True, positive=ends != NORMAL or None)
    for place in (0, 1):
        point = (at, other) if place == 0 else (other, at)
        whole = plain_integral(*ends, exp(law.log_density(*point)), other, rough)
        part = rough.of(exp(law.marginal((place,)).log_density(at)))
        if digits_of(whole / part - 1) < rough.digits - 3:
            raise CannotEvaluate(f"coordinate {place + 1} of {law} does not have the law that is declared for it")


def _counts_agree(law: Any, rough: Numbers) -> None:
    """The same of counts, each of which is added up over the other one."""
    for place in (0, 1):
        whole = sum((rough.of(exp(law.log_density(*k))) for k in law.support.points if k[place] == 1), arb(0))
        part = rough.of(exp(law.marginal((place,)).log_density(S.One)))
        if digits_of(whole / part - 1) < rough.digits - 3:
            raise CannotEvaluate(f"count {place + 1} of {law} does not have the law that is declared for it")


def over_region(law: Any, make: Make, value: Value, numbers: Numbers) -> Values:
    """The mass of the law, and E[value(make(X))]; the first of what is made is the log-density.

    Where no chart suits a sum, each of its terms may have its own.
    """
    u = [Dummy("u", real=True) for _ in range(law.support.dimension)]
    why = CannotEvaluate("")
    for chart in charts_of(law):
        try:
            return _in_chart(law, chart, u, make, value, numbers)
        except CannotEvaluate as here:
            why = here
    size = len(make(tuple(u)))
    rates = [value(tuple(arb(i == j) for j in range(size))) for i in range(size)]
    if size < 3 or not _is_linear(value, rates):
        raise why
    mass, total = arb(1), arb(0)
    for i, rate in enumerate(rates):
        if not rate.is_zero():
            mass, mean = over_region(law, partial(_one, law, make, i), _second, numbers)
            total += rate * mean
    return mass, total


def _one(law: Any, make: Make, i: int, x: tuple[Expr, ...]) -> Sequence[Expr]:
    return [law.log_density(*x), make(x)[i]]


def _second(values: Values) -> arb:
    return values[1]


def _is_linear(value: Value, rates: Sequence[arb]) -> bool:
    """Whether a function of so many numbers is linear, at random places."""
    random = Random(len(rates))
    places = [tuple(arb(random.randint(-99, 99)) / 7 for _ in rates) for _ in range(PLACES)]
    return all((value(v) - sum((r * a for r, a in zip(rates, v, strict=True)), arb(0))).contains(0) for v in places)


def _in_chart(law: Any, chart: Chart, u: list[Dummy], make: Make, value: Value, numbers: Numbers) -> Values:
    parts = [_products(e) for e in (*make(tuple(chart.point(u))), chart.stretch(u))]
    with ctx.workprec(numbers.bits):
        if NORMAL not in chart.ends:
            return _separately(parts, list(zip(u, chart.ends, strict=True)), value, numbers)
        few = _by_rule(chart, u, parts, value, numbers, _RULES[0])
        for nodes in _RULES[1:]:
            many = _by_rule(chart, u, parts, value, numbers, nodes)
            made = tuple(widened(b, a - b) for a, b in zip(few, many, strict=True))
            if digits_of(made[1].rad() / (1 + abs(made[1]))) >= numbers.digits:
                break
            few = many
    if chart.ends == (NORMAL, NORMAL) and digits_of(made[1].rad()) < numbers.digits:
        return over_plane(_gaussian(law), make, lambda v: (v[0].exp(), v[0].exp() * value(v)), numbers)
    return made


def _gaussian(law: Any) -> Gaussian:
    """The normal law in the plane, as the image of a standard one."""
    mean, covariance = law.moments()
    root = covariance.cholesky(hermitian=False)
    return gaussian(law.coordinates, tuple(mean), (root[0, 0], root[1, 0], root[1, 1]))


def _products(e: Expr) -> Expr:
    """Logarithms of products: what is small in these coordinates is a product of small factors."""
    return e.replace(log, lambda a: log(factor(a)))


_RULES: tuple[list[tuple[Expr, Expr]], ...] = (
    [(S.One, S.Half), (S.NegativeOne, S.Half)],
    [(S.Zero, Rational(2, 3)), *((s * sqrt(3), Rational(1, 6)) for s in (1, -1))],
    [
        (S.Zero, Rational(8, 15)),
        *((s * sqrt(5 + r * sqrt(10)), (7 - 2 * r * sqrt(10)) / 60) for s in (1, -1) for r in (1, -1)),
    ],
)


def _by_rule(
    chart: Chart, u: list[Dummy], parts: list[Expr], value: Value, numbers: Numbers, rule: list[tuple[Expr, Expr]]
) -> Values:
    """Gauss's rule over the normal coordinates, and for each of its nodes the mean over the others."""
    normal = [v for v, ends in zip(u, chart.ends, strict=True) if ends == NORMAL]
    others = [(v, ends) for v, ends in zip(u, chart.ends, strict=True) if ends != NORMAL]
    functions = [numbers.function(e, tuple(u)) for e in parts] if not others else []
    nodes = [(numbers.of(a), numbers.of(w)) for a, w in rule]
    mass = total = arb(0)
    for chosen in product(nodes, repeat=len(normal)):
        places = [a for a, _ in chosen]
        weight = prod((w * (a**2 / 2).exp() * (2 * arb.pi()).sqrt() for a, w in chosen), start=arb(1))
        if others:
            here = dict(zip(normal, map(rational, places), strict=True))
            p, mean = _separately([e.xreplace(here) for e in parts], others, value, numbers)
        else:
            *values, stretch = (f(places) for f in functions)
            p, mean = (values[0] + stretch).exp(), value(tuple(values))
        mass, total = mass + weight * p, total + weight * p * mean
    return mass, total


def _separately(parts: list[Expr], others: list[tuple[Dummy, Ends]], value: Value, numbers: Numbers) -> Values:
    """The mass and the mean of a density and a function that are made of functions of one coordinate each."""
    u = tuple(v for v, _ in others)
    functions = [numbers.function(e, u) for e in parts]
    centre = [Rational(2 * i + 3, 2 * i + 7) for i, _ in enumerate(u)]

    def at(point: Sequence[Any]) -> Values:
        *values, stretch = (f([numbers.of(a) for a in point]) for f in functions)
        return (values[0] + stretch).exp(), value(tuple(values))

    def combine(values: Values) -> Values:
        p = (values[0] + values[-1]).exp()
        return p, p * value(values[:-1])

    along = []
    for v, (low, high) in others:
        fixed = {w: c for w, c in zip(u, centre, strict=True) if w is not v}
        line = [e.xreplace(fixed) for e in parts]
        bulk = lambda x, line=line, v=v: numbers.function((line[0] + line[-1]).xreplace({v: x}), (x,))  # noqa: E731
        make = lambda x, line=line, v=v: [e.xreplace({v: x}) for e in line]  # noqa: E731
        mass, mean = integrals(make, combine, bulk, low, high, numbers)
        along.append((mass, mean / mass))
    p, g = at(centre)
    adds = _is_made_of_parts(at, centre, numbers)
    mass = prod((m for m, _ in along), start=arb(1)) / p ** (len(u) - 1)
    means = [m for _, m in along]
    mean = g + sum((m - g for m in means), arb(0)) if adds else prod(means, start=arb(1)) / g ** (len(u) - 1)
    return mass, mean


def _is_made_of_parts(at: Callable[[Sequence[Any]], Values], centre: list[Expr], numbers: Numbers) -> bool:
    """Whether the function adds (or else multiplies) functions of one coordinate; the density always multiplies."""
    random, adds, multiplies = Random(len(centre)), True, True
    p, g = at(centre)
    for _ in range(PLACES):
        there = [Rational(random.randint(1, 30), 31) for _ in centre]
        apart = [at([*centre[:i], a, *centre[i + 1 :]]) for i, a in enumerate(there)]
        whole, inside = at(there)
        if not _equal(whole * p ** (len(centre) - 1), prod((q for q, _ in apart), start=arb(1)), numbers):
            raise CannotEvaluate("the coordinates of the chart are not independent under the density")
        adds = adds and _equal(inside - g, sum((h - g for _, h in apart), arb(0)), numbers)
        multiplies = multiplies and _equal(
            inside * g ** (len(centre) - 1), prod((h for _, h in apart), start=arb(1)), numbers
        )
    if not (adds or multiplies):
        raise CannotEvaluate("the function is no sum or product of functions of independent coordinates")
    return adds


def _equal(a: arb, b: arb, numbers: Numbers) -> bool:
    return digits_of((a - b) / max(abs(a).mid(), arb(1))) >= numbers.digits - 3
