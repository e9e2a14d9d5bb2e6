"""Means under laws of vectors of symbolic dimension."""

from __future__ import annotations

from sympy import digamma, log

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.matrices import Column, Determinant, DrawnDeterminant, DrawnTrace, Square, Trace
from ..language.models import Entry
from ..language.operators import Sum
from ..language.terms import Expectation
from ..language.vectors import DirichletVector, WishartMatrix

gradient = rule("gradient of the normaliser")


@gradient.of
def mean_of_logarithms(e: Expectation, given: Given) -> Outcome | None:
    """E Σ c_i log X_i = Σ c_i (ψ(α_i) − ψ(α₀)), α₀ = Σ α_i, for X ~ Dirichlet(α).

    The density is exp(Σ (α_i − 1) log x_i − A(α)) with A = Σ log Γ(α_i) − log Γ(α₀), and E log X_i = ∂A/∂α_i
    (Lehmann & Casella, Theory of Point Estimation, Thm 1.5.8).
    """
    P, body = e.law, e.body
    if not isinstance(P, DirichletVector) or not isinstance(body, Sum) or body.outer != (1, P.size):
        return None
    (x,), i = e.variables, body.variable
    c = body.body / log(Entry(x, i))
    if c.has(x):
        return None
    whole = P.total(P.shape)
    return Outcome(body.with_body(c * (digamma(P.shape(i)) - digamma(whole))))


@gradient.of
def wishart(e: Expectation, given: Given) -> Outcome | None:
    """E log det X = Σ_{i=1}^p ψ((ν + 1 − i)/2) + p log 2 + log det V and E tr(AX) = ν tr(AV) for X ~ Wishart(ν, V).

    The density is exp((ν/2) log det x − tr(V⁻¹x)/2 − A) up to a factor free of ν and V, with
    A = (ν/2) log det V + (νp/2) log 2 + Σ log Γ((ν + 1 − i)/2): its derivatives in ν/2 and in −V⁻¹/2
    (Muirhead, Aspects of Multivariate Statistical Theory, §3.2).
    """
    P, body = e.law, e.body
    if not isinstance(P, WishartMatrix):
        return None
    (x,), p = e.variables, P.size
    if body == log(DrawnDeterminant(Column(x), p)):
        return Outcome(P.over_degrees(digamma) + p * log(2) + log(Determinant(P.scale, p)))
    if isinstance(body, DrawnTrace) and body.args[1:] == (Column(x), p) and not body.args[0].has(x):
        return Outcome(P.nu * Trace(Square(body.args[0].args[0] * P.scale.args[0]), p))
    return None


@gradient.of
def finite_gradient(c: Finite, given: Given) -> tuple[()] | None:
    """The means that the gradients of the normalisers give are finite, with the values above."""
    (e,) = c.args
    made = (mean_of_logarithms(e, given) or wishart(e, given)) if isinstance(e, Expectation) else None
    return None if made is None else ()
