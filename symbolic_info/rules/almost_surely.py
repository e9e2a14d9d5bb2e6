"""Rules about what holds with probability 1, and about conditional laws."""

from __future__ import annotations

from sympy import Eq, Expr, S, Symbol
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NONNEGATIVE
from ..kernel.rule import Outcome, rule
from ..language.binder import Binder
from ..language.claims import AlmostSurely, Finite
from ..language.marginals import Conditional, Marginal
from ..language.support import COUNTING
from ..language.terms import Expectation

almost_surely = rule("almost surely")
nonnegative = rule("mean of something nonnegative")
tower = rule("total expectation")


@almost_surely.of
def replaced(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) = E g(X) when f(X) = g(X) almost surely: what is given to be equal almost surely may be put in."""
    put: dict[Expr, Expr] = {}
    for fact in given.facts:
        if isinstance(fact, AlmostSurely) and fact.outer[0] == e.law and isinstance(fact.body, Eq):
            left, right = fact.at(*e.variables).args
            put[left] = right
    body = e.body.xreplace(put)
    return None if body == e.body or e.body.atoms(Binder) else Outcome(e.with_body(body))


@nonnegative.of
def mean(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) ≥ 0 when f(X) ≥ 0, with equality exactly when f(X) = 0 almost surely."""
    if not given.under(e).signs(e.body) <= NONNEGATIVE:
        return None
    return Outcome(S.Zero, (), ">=", (AlmostSurely(e.law, Eq(e.body, 0), e.args[-1]),))


@tower.of
def total_expectation(e: Expectation, given: Given) -> Outcome | None:
    """E f(X, Y) = E_Y[E[f(X, Y) | Y]], where E f(X, Y) is finite (Billingsley, Thm 34.4)."""
    J = e.law
    if len(e.variables) != 2 or not hasattr(J, "coordinates"):
        return None
    (X, Y), (x, y) = J.coordinates, e.variables
    inside = Expectation(Conditional(J, (X,), (Y,), (y,)), e.body, x)
    return Outcome(Marginal(J, (Y,)).expect(inside, y), (Finite(e),))


@tower.of
def finite_part(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E[f(X, y) | Y = y] is finite for every y of positive probability, where E f(X, Y) is."""
    (e,) = c.args
    if not isinstance(e, Expectation) or not isinstance(e.law, Conditional) or len(e.variables) != 1:
        return None
    J, (X,), (Y,), (y,) = e.law.args
    if J.support.measure != COUNTING or not isinstance(y, Symbol) or len(J.coordinates) != 2:
        return None
    at = dict(zip((X, Y), (e.variable, y), strict=True))
    return (Finite(J.expect(e.body, tuple(at[c] for c in J.coordinates))),)
