"""What each head means, in numbers: its definition and nothing that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from flint import arb
from sympy import Expr, Symbol, log

from ..language.dependence import Shared
from ..language.marginals import Marginal
from ..language.operators import Integral, Product, Sum, Total
from ..language.support import Region
from ..language.terms import (
    KL,
    ConditionalEntropy,
    CrossEntropy,
    Density,
    Entropy,
    Expectation,
    Measured,
    MutualInformation,
    SelfInformation,
    Variance,
)
from ..language.units import UNITS
from .functions import logarithm
from .laws import cells_of, covered, log_density, mean, opened_log_density, total
from .numbers import CannotEvaluate, Function, Handler, Numbers, Open, Point
from .quadrature import plain_integral
from .regions import agree
from .summation import TERMS, finite_sum, infinite_sum


def entropy(e: Entropy, numbers: Numbers) -> arb:
    """E[−log p(X)]"""
    return mean(e.args[0], lambda x: (), lambda v: -v[0], numbers)


def cross_entropy(e: CrossEntropy, numbers: Numbers) -> arb:
    """E_P[−log q(X)]; ∞ unless P ≪ Q."""
    p, q = e.args
    if not covered(p, q, numbers):
        return arb.pos_inf()
    return mean(p, lambda x: (log_density(q, x),), lambda v: -v[1], numbers)


def divergence(e: KL, numbers: Numbers) -> arb:
    """E_P[log p(X) − log q(X)]; ∞ unless P ≪ Q."""
    p, q = e.args
    if not covered(p, q, numbers):
        return arb.pos_inf()
    return mean(p, lambda x: (log_density(q, x),), lambda v: v[0] - v[1], numbers)


def expectation(e: Expectation, numbers: Numbers) -> arb:
    """E[f(X)]"""
    return mean(e.law, lambda x: (e.at(*x),), lambda v: v[1], numbers)


def variance(e: Variance, numbers: Numbers) -> arb:
    """E[(X − E X)²]"""
    centre = mean(e.args[0], lambda x: x, lambda v: v[1], numbers)
    return mean(e.args[0], lambda x: x, lambda v: (v[1] - centre) ** 2, numbers)


def _pooled(law: Any, names: Any) -> dict[tuple[Expr, ...], Expr]:
    """The probabilities of some coordinates of a listed joint law, added up."""
    cells = cells_of(law)
    if cells is None:
        raise CannotEvaluate(f"{law} has no table of probabilities")
    places = [law.coordinates.index(n) for n in law.coordinates if n in names]
    found: dict[tuple[Expr, ...], Expr] = {}
    for point, p in cells.items():
        key = tuple(point[i] for i in places)
        found[key] = found.get(key, 0) + p
    return found


def conditional_entropy(e: ConditionalEntropy, numbers: Numbers) -> arb:
    """E[−log p(a, b)/p(b)] over the cells."""
    law, of, given = e.args
    if cells_of(law) is None:
        return _from_densities(law, (*of, *given), (given,), numbers)
    both = tuple(n for n in law.coordinates if n in (*of, *given))
    places = [i for i, n in enumerate(both) if n in given]
    below = _pooled(law, set(given))
    found = arb(0)
    for point, p in _pooled(law, set(both)).items():
        if p != 0:
            q = below[tuple(point[i] for i in places)]
            found -= numbers.of(p) * numbers.of(p / q).log()
    return found


def _from_densities(law: Any, whole: Any, parts: Sequence[Any], numbers: Numbers) -> arb:
    """E[Σ log p(part) − log p(whole)] for densities of coordinates."""
    if isinstance(law.support, Region):
        agree(law, numbers)
    groups = [tuple(c for c in law.coordinates if c in names) for names in (whole, *parts)]

    def make(point: tuple[Expr, ...]) -> list[Expr]:
        at = dict(zip(law.coordinates, point, strict=True))
        return [log_density(Marginal(law, names), tuple(at[c] for c in names)) for names in groups]

    return mean(law, make, lambda v: sum(v[2:], arb(0)) - v[1], numbers)


def mutual_information(e: MutualInformation, numbers: Numbers) -> arb:
    """E[log p(a, b, c) p(c)/(p(a, c) p(b, c))] over the cells."""
    law, a, b, c = e.args
    if cells_of(law) is None and not c:
        return -_from_densities(law, (*a, *b), (a, b), numbers)
    names = tuple(n for n in law.coordinates if n in (*a, *b, *c))
    tables = [(set(part), _pooled(law, set(part))) for part in ((*a, *c), (*b, *c), c)]
    found = arb(0)
    for point, p in _pooled(law, set(names)).items():
        if p != 0:
            ac, bc, only = (t[tuple(v for v, n in zip(point, names, strict=True) if n in part)] for part, t in tables)
            found += numbers.of(p) * numbers.of(p * only / (ac * bc)).log()
    return found


def shared(e: Shared, numbers: Numbers) -> arb:
    """What each of these quantities is, in conditional entropies of the groups."""
    kind, law, groups, given = e.args

    def h(of: Any, *more: Any) -> arb:
        return conditional_entropy(ConditionalEntropy(law, tuple(of), (*given, *sum(map(tuple, more), ()))), numbers)

    sets = [tuple(g) for g in groups]
    whole = h(sum(sets, ()))
    if kind.name == "TC":
        return sum((h(g) for g in sets), arb(0)) - whole
    rest = [h(g, *(o for j, o in enumerate(sets) if j != i)) for i, g in enumerate(sets)]
    if kind.name in ("DTC", "VI"):
        return whole - sum(rest, arb(0)) if kind.name == "DTC" else sum(rest, arb(0))
    signs = [(-1) ** (n + 1 if kind.name == "I" else len(sets) - n + 1) for n in range(len(sets) + 1)]
    chosen = ((n, c) for n in range(1, len(sets) + 1) for c in combinations(sets, n))
    return sum((signs[n] * h(sum(c, ())) for n, c in chosen), arb(0))


def self_information(e: SelfInformation, numbers: Numbers) -> arb:
    """−log p"""
    return -logarithm(numbers.of(e.args[0]))


def measured(e: Measured, numbers: Numbers) -> arb:
    """The value in nats, divided by the size of the unit in nats."""
    quantity, unit = e.args
    if str(unit) not in UNITS:
        raise CannotEvaluate(f"{unit} is not a unit")
    return numbers.of(quantity) / numbers.of(UNITS[str(unit)].size)


def summed(e: Sum, numbers: Numbers) -> arb:
    """Σ f(i)"""
    low, high = e.outer
    f = numbers.function(e.body, (e.variable,))
    if high.is_infinite:
        return infinite_sum(lambda k: (f((k,)),), int(low), numbers)[0]
    return finite_sum(lambda k: (f((k,)),), int(low), int(high), numbers)[0]


def multiplied(e: Product, numbers: Numbers) -> arb:
    """∏ f(i)"""
    low, high = e.outer
    f = numbers.function(e.body, (e.variable,))
    if high.is_infinite or high - low > TERMS:
        raise CannotEvaluate(f"a product from {low} to {high}")
    found = arb(1)
    for k in range(int(low), int(high) + 1):
        found *= f((arb(k),))
    return found


def over_support(e: Total, numbers: Numbers) -> arb:
    """Σ f(x), or ∫ f(x) dx, over the support of a law."""
    return total(e.args[0], lambda x: e.at(*x), numbers)


def integral(e: Integral, numbers: Numbers) -> arb:
    """∫ f(x) dx"""
    low, high = e.outer
    return plain_integral(low, high, e.body, e.variable, numbers)


def density(e: Density, numbers: Numbers) -> arb:
    """p(x)"""
    return opened_density(e, (), numbers)(())


def opened_density(e: Density, variables: tuple[Symbol, ...], numbers: Numbers) -> Function:
    law, *point = e.args
    inside = opened_log_density(law, tuple(point), variables, numbers)

    def value(v: Point) -> arb:
        made = inside(v)
        return arb(0) if made == arb.neg_inf() else made.exp()

    return value


def opened_log(e: Any, variables: tuple[Symbol, ...], numbers: Numbers) -> Function:
    """log p(x) goes through the log-density, whose small values are not lost."""
    (inner,) = e.args
    if isinstance(inner, Density):
        law, *point = inner.args
        return opened_log_density(law, tuple(point), variables, numbers)
    f = numbers.function(inner, variables)
    return lambda v: logarithm(f(v))


def opened_self_information(e: SelfInformation, variables: tuple[Symbol, ...], numbers: Numbers) -> Function:
    """−log p, through the log-density as well."""
    inside = opened_log(e, variables, numbers)
    return lambda v: -inside(v)


CLOSED: dict[type, Handler] = {
    Entropy: entropy, CrossEntropy: cross_entropy, KL: divergence, Expectation: expectation,
    Variance: variance, ConditionalEntropy: conditional_entropy, MutualInformation: mutual_information,
    SelfInformation: self_information, Measured: measured, Sum: summed, Integral: integral, Density: density,
    Product: multiplied, Total: over_support, Shared: shared,
}  # fmt: skip
OPENED: dict[type, Open] = {Density: opened_density, SelfInformation: opened_self_information, log: opened_log}
