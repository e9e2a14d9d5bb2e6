"""Means under laws of vectors of symbolic dimension."""

from __future__ import annotations

from sympy import digamma, log

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.models import Entry
from ..language.operators import Sum
from ..language.terms import Expectation
from ..language.vectors import DirichletVector

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
def finite_mean_of_logarithms(c: Finite, given: Given) -> tuple[()] | None:
    """The mean of a sum of multiples of logarithms of shares is finite, with the value above."""
    (e,) = c.args
    return () if isinstance(e, Expectation) and mean_of_logarithms(e, given) is not None else None
