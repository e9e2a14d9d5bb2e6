"""Products of many factors, and functions that turn products into sums."""

from __future__ import annotations

from sympy import Expr, Gt, Le, S, exp, log

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import AddsOverIndependentEvents, Falls, Finite
from ..language.operators import Product, Sum
from ..language.terms import Value

product_of_many = rule("product of many")
cauchy_equation = rule("Cauchy's functional equation")
decreasing = rule("strictly decreasing")


@product_of_many.of
def log_of_product(e: log, given: Given) -> Outcome | None:
    """log ∏ f(i) = Σ log f(i), for finitely many positive factors."""
    (inside,) = e.args
    if not isinstance(inside, Product) or not given.under(inside).positive(inside.body):
        return None
    low, high = inside.outer
    return Outcome(Sum(low, high, log(inside.body), inside.variable), (high < S.Infinity,))


@product_of_many.of
def constant(e: Product, given: Given) -> Outcome | None:
    """∏_{i=a}^{b} c = c^{b − a + 1}, for a ≤ b + 1 < ∞."""
    low, high = e.outer
    if e.body.has(e.variable):
        return None
    return Outcome(e.body ** (high - low + 1), (high - low + 1 >= 0, high < S.Infinity))


@cauchy_equation.of
def additive(e: Value, given: Given) -> Outcome | None:
    """J(p) = −J(1/e) log p on (0, 1], if J(pq) = J(p) + J(q) there and J falls strictly.

    Cauchy's equation with a monotone solution (Aczél & Daróczy, On Measures of Information, Thm 0.2.5).
    """
    name, p = e.args
    if p == exp(-1):
        return None
    needs = (Gt(p, 0), Le(p, 1), AddsOverIndependentEvents(name), Falls(name))
    return Outcome(-Value(name, exp(-1)) * log(p), tuple(c for c in needs if c != S.true))


@cauchy_equation.of
def finite_value(c: Finite, given: Given) -> tuple[Expr, ...] | None:
    """A function on (0, 1] has finite values there."""
    (e,) = c.args
    if not isinstance(e, Value):
        return None
    return tuple(need for need in (Gt(e.args[1], 0), Le(e.args[1], 1)) if need != S.true)


@decreasing.of
def above_the_end(e: Value, given: Given) -> Outcome | None:
    """J(p) > J(1) for 0 < p < 1, if J falls strictly."""
    name, p = e.args
    needs = (Gt(p, 0), p < 1, Falls(name))
    return Outcome(Value(name, 1), tuple(c for c in needs if c != S.true), ">") if p != 1 else None
