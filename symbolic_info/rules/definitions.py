"""What the quantities mean, and what stays of an expectation on few outcomes."""

from __future__ import annotations

from sympy import Add, Expr, S, exp, log

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.binder import sympify_basic
from ..language.claims import Covers, Finite
from ..language.distribution import Distribution
from ..language.joint import size_of, variables_of
from ..language.marginals import Marginal
from ..language.operators import Integral, Sum, Total
from ..language.support import Integers, Interval, Points, listed
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

algebra = rule(
    "algebra",
    "Both lines have one normal form, by arithmetic, the laws of logarithms and powers of positive numbers, "
    "and Γ(z + 1) = z Γ(z) (DLMF §4.8, §5.5).",
)
definition = rule("definition")
density = rule("density of the family")
expectation = rule("definition of the expectation")
unit = rule("change of unit")


@definition.of
def self_information(e: SelfInformation, given: Given) -> Outcome:
    """I(p) = −log p, for an event of probability 0 < p ≤ 1 (Shannon 1948, §6)."""
    (p,) = e.args
    return Outcome(-log(p), e.needs())


@definition.of
def entropy(e: Entropy, given: Given) -> Expr:
    """H(P) = E[−log p(X)] (Cover & Thomas (2.1), (8.1))."""
    (P,) = e.args
    at = variables_of(P)
    return P.expect(-P.log_density(*at), at)


@definition.of
def cross_entropy(e: CrossEntropy, given: Given) -> Outcome | None:
    """H(P, Q) = E_P[−log q(X)], for P ≪ Q."""
    P, Q = e.args
    at = variables_of(P, Q)
    if size_of(P) != size_of(Q):
        return None
    return Outcome(P.expect(-Q.log_density(*at), at), (Covers(P, Q),))


@definition.of
def divergence(e: KL, given: Given) -> Outcome | None:
    """D(P ‖ Q) = E_P[log p(X) − log q(X)], for P ≪ Q (Kullback & Leibler 1951)."""
    P, Q = e.args
    at = variables_of(P, Q)
    if size_of(P) != size_of(Q):
        return None
    return Outcome(P.expect(P.log_density(*at) - Q.log_density(*at), at), (Covers(P, Q),))


@definition.of
def conditional_entropy(e: ConditionalEntropy, given: Given) -> Expr | None:
    """H(A | B) = E[−log p(A | B)], with p(a | b) = p(a, b)/p(b), of distinct variables (Cover & Thomas (2.10))."""
    J, a, b = e.args
    if set(a) & set(b):
        return None
    return J.expect(_log_p(J, b) - _log_p(J, (*a, *b)), variables_of(J))


@definition.of
def mutual_information(e: MutualInformation, given: Given) -> Expr | None:
    """I(A; B | C) = E[log p(a, b | c) − log p(a | c) − log p(b | c)], of distinct variables (Cover & Thomas (2.60))."""
    J, a, b, c = e.args
    if len({*a, *b, *c}) < len(a) + len(b) + len(c):
        return None
    body = _log_p(J, (*a, *b, *c)) + _log_p(J, c) - _log_p(J, (*a, *c)) - _log_p(J, (*b, *c))
    return J.expect(body, variables_of(J))


@definition.of
def variance(e: Variance, given: Given) -> Outcome:
    """Var(X) = E[(X − E X)²] = E X² − (E X)², where E X² is finite."""
    (P,) = e.args
    (x,) = variables_of(P)
    square = P.expect(x**2)
    return Outcome(square - P.expect(x) ** 2, (Finite(square),))


def _log_p(J: Distribution, names: tuple[Expr, ...]) -> Expr:
    """log of the density of some coordinates of a joint law, at its reserved variables."""
    if not names:
        return S.Zero
    law = Marginal(J, names)
    at = [variables_of(J)[J.coordinates.index(c)] for c in law.coordinates]
    made: Expr = law.log_density(*at)
    return made


@density.of
def of_family(e: Density, given: Given) -> Outcome | None:
    """p(x) is the function that the family declares, at a point of its support; 0 at a point that is no outcome."""
    P, *point = e.args
    made = P.log_density(*point)
    known = {tuple(map(sympify_basic, at)) for at in P.support.points} if isinstance(P.support, Points) else set()
    if known and tuple(point) not in known:
        certain = all(a.is_number for at in (*known, tuple(point)) for a in at)
        return Outcome(S.Zero) if certain else None
    if made == log(e):
        return None
    if known:
        return Outcome(exp(made))
    return Outcome(exp(made), P.support.facts(tuple(point)))


@density.of
def finite_by_density(c: Finite, given: Given) -> tuple[Expr, ...] | None:
    """An expectation is finite when it is with the density of its family written out."""
    (e,) = c.args
    if not isinstance(e, Expectation):
        return None
    own = [d for d in e.body.atoms(Density) if e.law.charges(d, e.variables)]
    put = {d: o.result for d in own for o in density.outcomes(d, given.under(e))}
    return (Finite(e.with_body(e.body.xreplace(put))),) if put else None


@expectation.of
def as_integral(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) = ∫ p(x) f(x) dx over the support, Σ p(x) f(x) where X is discrete, if this converges absolutely."""
    support, points = e.law.support, listed(e.law.support)
    if points is not None:
        return Outcome(Add(*(_weight(e.law, at) * _at(e, at) for at in points)))
    if not isinstance(support, Interval | Integers):
        return Outcome(Total(e.law, e.law.density(*e.variables) * e.body, e.args[-1]), (Finite(e),))
    (x,) = e.variables
    p = exp(e.law.log_density(x)) if e.law.log_density(x) != log(Density(e.law, x)) else Density(e.law, x)
    head = Integral if isinstance(support, Interval) else Sum
    return Outcome(head(support.low, support.high, p * e.body, x), (Finite(e),))


def _weight(law: Distribution, at: tuple[Expr, ...]) -> Expr:
    return exp(law.log_density(*map(sympify_basic, at)))


def _at(e: Expectation, at: tuple[Expr, ...]) -> Expr:
    """The body at an outcome, with the law's own probabilities of that outcome put in."""
    put = dict(zip(e.variables, map(sympify_basic, at), strict=True))
    own = [d.xreplace(put) for d in e.body.atoms(Density) if e.law.charges(d, e.variables)]
    return e.body.xreplace(put).xreplace({d: exp(d.args[0].log_density(*d.args[1:])) for d in own})


@unit.of
def measured(e: Measured, given: Given) -> Expr | None:
    """A quantity in bits is the quantity in nats divided by log 2."""
    quantity, name = e.args
    own = UNITS.get(name.name)
    return quantity / own.size if own else None
