"""Rules about mixtures, independent coordinates, and what does not depend on a parameter."""

from __future__ import annotations

from sympy import Add, Dummy, Expr, Gt, Le, log

from ..exact.given import Given
from ..exact.zero import is_zero
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.models import Independent
from ..language.operators import ArgMin, Derivative, Sum
from ..language.terms import KL, CrossEntropy, Entropy, Expectation

log_concavity = rule("concavity of the logarithm")
independent_coordinates = rule("independent coordinates")
constant_in_the_parameter = rule("constant in the parameter")


@log_concavity.of
def chord(e: Expectation, given: Given, weight: Expr, a: Expr, b: Expr) -> Outcome | None:
    """E log((1 − w) a + w b) ≥ (1 − w) E log a + w E log b for positive a(X), b(X) and 0 < w ≤ 1.

    Concavity of the logarithm (DLMF 1.4(viii)); the witness is w, a, b.  Both means must be finite.
    """
    inner = given.under(e)
    if not isinstance(e.body, log) or any(weight.has(v) for v in e.variables):
        return None
    if not is_zero(e.body.args[0] - (1 - weight) * a - weight * b, inner):
        return None
    below, above = e.with_body(log(a)), e.with_body(log(b))
    needs = (Gt(weight, 0), Le(weight, 1), Finite(below), Finite(above))
    if not (inner.positive(a) and inner.positive(b)):
        return None
    return Outcome((1 - weight) * below + weight * above, needs, ">=")


@independent_coordinates.of
def sum_of_divergences(e: KL, given: Given) -> Outcome | None:
    """D(⨂ P_i ‖ ⨂ Q_i) = Σ D(P_i ‖ Q_i) for d independent coordinates (Cover & Thomas Thm 2.5.3)."""
    P, Q = e.args
    if not isinstance(P, Independent) or not isinstance(Q, Independent) or P.size != Q.size:
        return None
    i = Dummy("i", integer=True)
    return Outcome(Sum(1, P.size, KL(P.at(i), Q.at(i)), i))


@independent_coordinates.of
def sum_of_entropies(e: Entropy, given: Given) -> Outcome | None:
    """H(⨂ P_i) = Σ H(P_i) for d independent coordinates with finite entropies (Cover & Thomas Thm 2.6.6)."""
    (P,) = e.args
    i = Dummy("i", integer=True, positive=True)
    return Outcome(Sum(1, P.size, Entropy(P.at(i)), i)) if isinstance(P, Independent) else None


@independent_coordinates.of
def sum_of_cross_entropies(e: CrossEntropy, given: Given) -> Outcome | None:
    """H(⨂ P_i, ⨂ Q_i) = Σ H(P_i, Q_i), since log ∏ q_i = Σ log q_i, where all are finite."""
    P, Q = e.args
    if not isinstance(P, Independent) or not isinstance(Q, Independent) or P.size != Q.size:
        return None
    i = Dummy("i", integer=True, positive=True)
    return Outcome(Sum(1, P.size, CrossEntropy(P.at(i), Q.at(i)), i))


@constant_in_the_parameter.of
def slope(e: Derivative, given: Given) -> Outcome | None:
    """d(f + c)/dθ = df/dθ for c free of θ."""
    moving = [t for t in Add.make_args(e.body) if t.has(e.variable)]
    if len(moving) == len(Add.make_args(e.body)):
        return None
    return Outcome(e.with_body(Add(*moving)))


@constant_in_the_parameter.of
def place(e: ArgMin, given: Given) -> Outcome | None:
    """f + c is least where f is, for c free of the variable."""
    moving = [t for t in Add.make_args(e.body) if t.has(e.variable)]
    if len(moving) == len(Add.make_args(e.body)):
        return None
    return Outcome(e.with_body(Add(*moving)))
