"""The laws of several variables by one test: mass, tilts, laws of coordinates, and every wrong declaration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import prod
from random import Random
from typing import Any

import pytest
from sympy import Dummy, Rational, Symbol, false, symbols

from symbolic_info.audit import CannotEvaluate, audit, value
from symbolic_info.families import BivariateNormal, Dirichlet, Multinomial, MultivariateNormal, Wishart
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.distribution import Distribution
from symbolic_info.language.joint import variables_of
from symbolic_info.language.support import Cone, Counts, Interval
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.rules import RULES
from symbolic_info.tactics.closed_form import closed_form

from .declarations import some_wrong_declarations

DIGITS = 30
BROKEN = (CannotEvaluate, Rejected, ArithmeticError, TypeError, ValueError, LookupError, AttributeError)
m, n = symbols("m n", real=True)
r = Symbol("r", real=True)
a, b, c, s, t = symbols("a b c s t", positive=True)
k = Symbol("k", integer=True, positive=True)
HALF = Rational(1, 2)
LAWS: dict[Any, Any] = {
    BivariateNormal: [lambda kind: kind(m, n, s, t, r)],
    MultivariateNormal: [
        lambda kind: kind([m, n], [[a, c], [c, b]]),
        lambda kind: kind([m], [[a]]),
        lambda kind: kind([m, 0, 1], [[2, 1, 1], [1, 3, 0], [1, 0, 4]]),
    ],
    Dirichlet: [lambda kind: kind(a, b, c), lambda kind: kind(a, b), lambda kind: kind(a, 1, 2, 3)],
    Wishart: [lambda kind: kind(s, [[a]]), lambda kind: kind(s, [[a, c], [c, b]])],
    Multinomial: [
        lambda kind: kind(k, a, b, 1 - a - b),
        lambda kind: kind(k, a, 1 - a),
        lambda kind: kind(2, HALF / 4, 3 * HALF / 4, HALF / 2, HALF / 2),
    ],
}
# Changes that change nothing: of a word, of the sign of both factors, of the sides of an equation.
THE_SAME = {
    "another centre: 'between -1 and 1' in BivariateNormal",
    "arguments swapped: zip(point, means, strict=True) in MultivariateNormal",
    "arguments swapped: Eq(cancel(Add(*p)), 1) in Multinomial",
}

OUTSIDE: dict[str, list[Any]] = {
    "BivariateNormal": [(0, 0, 1, 1, 1), (0, 0, 1, 1, -1), (0, 0, 1, 1, 2), (0, 0, 0, 1, 0), (0, 0, 1, -1, 0)],
    "MultivariateNormal": [([0, 0], [[1, 2], [2, 1]]), ([0, 0], [[-1, 0], [0, -1]]), ([0], [[0]])],
    "Wishart": [(1, [[1, 0], [0, 1]]), (3, [[1, 2], [2, 1]]), (0, [[1]]), (1, [[-1]])],
    "Dirichlet": [(0, 1, 1), (1, Rational(-1, 2), 1), (1, 1, 0)],
    "Multinomial": [(0, HALF, HALF), (HALF, HALF, HALF), (2, HALF, 1), (2, HALF, 1, -HALF), (2, 1, 0)],
}

INSIDE: dict[str, list[Any]] = {"Wishart": [(1 + HALF, [[1, 0], [0, 1]]), (HALF, [[1]])]}


def faults(kind: Any, like: Any) -> Iterator[str]:
    """All that is found wrong, cheap things first; a declaration on which the program breaks is wrong too."""
    for find in (_size, _mass, _moments, _outside, _inside, _coordinates, _tilts, _first_moments, _divergence):
        for law in LAWS[like]:
            try:
                yield from find(law(kind))
            except BROKEN as why:
                yield f"{find.__name__}: {type(why).__name__}: {why}"


def member(law: Any, seed: int) -> Any:
    """The law at a random admissible point."""
    random = Random(seed)
    for _ in range(200):
        names = sorted(law.free_symbols, key=str)
        point = {
            v: Rational(random.randint(1, 4))
            if v.is_integer
            else Rational(random.randint(1, 20), 7) - (0 if v.is_positive else 1)
            for v in names
        }
        made = law.xreplace(point)
        if all(c == True for c in made.conditions()):  # noqa: E712
            return made
    raise ValueError(f"no admissible member of {law}")


def _size(law: Any) -> Iterator[str]:
    """A law of one variable lives on an interval, one of several in a region of their number, as counts do."""
    size = len(variables_of(law))
    on_interval = size == 1 and not isinstance(law.support, Counts)
    if getattr(law.support, "dimension", 1) != size or isinstance(law.support, Interval) != on_interval:
        yield f"{law} lives in {law.support}"


def _moments(law: Any) -> Iterator[str]:
    """The means and covariances by which the audit finds the bulk are those of the tilts."""
    at = variables_of(law)
    mean, covariance = law.moments() if hasattr(law, "moments") else ([], [])
    for i, c in enumerate(mean):
        for j, d in enumerate(mean):
            moment = law.expect((at[i] - c) * (at[j] - d), at)
            check(calc(moment).eq(covariance[i, j], by=RULES["tilting"]))
    yield from ()


def _mass(law: Any) -> Iterator[str]:
    """The total mass is 1: the audit refuses the law otherwise."""
    for seed in (1, 2):
        value(member(law, seed).expect(1, variables_of(law)), 20)
    yield from ()


def _outside(law: Any) -> Iterator[str]:
    """A law whose parameters lie outside is refused."""
    for arguments in OUTSIDE[type(law).__name__]:
        wrong = type(law)(*arguments)
        if false not in wrong.conditions() or closed_form(Entropy(wrong)).theorem is not None:
            yield f"{wrong} is not refused"


def _inside(law: Any) -> Iterator[str]:
    """A law whose parameters lie inside is admitted."""
    for arguments in INSIDE.get(type(law).__name__, ()):
        if (right := type(law)(*arguments)).conditions():
            yield f"{right} is not admitted"


def _tilts(law: Any) -> Iterator[str]:
    """Each tilt is accepted."""
    for moment, made in _moments_by_tilting(law):
        if made is None:
            yield f"the tilt that gives {moment} is refused"


def _first_moments(law: Any) -> Iterator[str]:
    """The first moments of the tilts are those of the cubature."""
    at = variables_of(law)
    for moment, made in _moments_by_tilting(law):
        if made is not None and (len(at) < 3 or (moment.body in at[1:2] and isinstance(law.support, Cone))):
            yield from _audited(calc(moment).eq(made.result, by=RULES["tilting"]))


def _moments_by_tilting(law: Any) -> Iterator[tuple[Any, Any]]:
    at = variables_of(law)
    for T, _ in law.tilts(*at, Dummy("t")):
        moment = law.expect(T, at)
        yield moment, next(RULES["tilting"].outcomes(moment, calc(moment).given), None)


def _coordinates(law: Any) -> Iterator[str]:
    """The declared law of some coordinates is accepted."""
    at = variables_of(law)
    for size in range(1, len(at)) if type(law).marginal is not Distribution.marginal else ():
        for own in combinations(at, size):
            mean = law.expect(prod(own), at)
            if not list(RULES["marginal_law"].outcomes(mean, calc(mean).given)):
                yield f"the law of {own} of {law} is refused"


def _divergence(law: Any) -> Iterator[str]:
    """The derived divergence is that of the definition."""
    if len(variables_of(law)) > 2:
        return
    law = law.xreplace({v: Rational(2) for v in law.free_symbols if v.is_integer})
    found = closed_form(KL(law, member(law, 3)))
    if found.status != "proved":
        yield f"the divergence is {found.status}: {found.reason}"
    else:
        yield from _audited(found.theorem.derivation)


def _audited(derivation: Any) -> Iterator[str]:
    found = audit(check(derivation), points=2, digits=DIGITS)
    if not found.ok or found.digits is None or found.digits < DIGITS or found.reason:
        yield f"{derivation.start} = {derivation.lines[-1]}: {found.digits} digits, {found.reason}"


@pytest.mark.parametrize("kind", LAWS, ids=lambda k: k.__name__)
def test_a_law_says_nothing_wrong(kind):
    assert list(faults(kind, kind)) == []


@pytest.mark.parametrize("kind", LAWS, ids=lambda k: k.__name__)
def test_every_wrong_declaration_is_found_out(kind):
    made = some_wrong_declarations(kind)
    assert len(made) >= 7
    assert {what for what, wrong in made if next(faults(wrong, kind), None) is None} <= THE_SAME
