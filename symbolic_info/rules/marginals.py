"""The law of some coordinates of a random vector."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sympy import Expr, S, Symbol, exp, true
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NEGATIVE, POSITIVE
from ..exact.zero import is_zero
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.distribution import Distribution
from ..language.joint import size_of, variables_of
from ..language.marginals import Marginal
from ..language.terms import Density, Expectation
from .tilting import PARAMETERS, inside, tilt

marginal_law = rule("law of coordinates")

Points = tuple[Symbol, ...]
Statistics = Sequence[tuple[Expr, Symbol]]


@marginal_law.of
def density(e: Density, given: Given) -> Outcome | None:
    """The density of some coordinates of X is that of the law Q which the family declares for them, if both have
    one moment generating function E exp Σ tᵢ Tᵢ(Xᵢ) for all t near 0, with strictly monotone Tᵢ.

    Such a function belongs to one law only (Billingsley, Probability and Measure, Thm 30.1 and p. 390).
    """
    P, *point = e.args
    made = _shown(P.law, P.places, given) if isinstance(P, Marginal) else None
    if made is None:
        return None
    Q, needs = made
    return Outcome(exp(Q.log_density(*point)), (*needs, *Q.support.facts(tuple(point))))


@marginal_law.of
def expectation(e: Expectation, given: Given) -> Outcome | None:
    """The expectation of a function of some coordinates is one under their law (the same)."""
    used = [i for i, v in enumerate(e.variables) if e.body.has(v)]
    if not used or len(used) == len(e.variables):
        return None
    made = _shown(e.law, tuple(used), given)
    return None if made is None else Outcome(made[0].expect(e.body, [e.variables[i] for i in used]), made[1])


@marginal_law.of
def finite(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """An expectation is finite when it is under the law of the coordinates of which it speaks, and with their
    densities written out."""
    (e,) = c.args
    if not isinstance(e, Expectation):
        return None
    made = expectation(e, given)
    if made is not None:
        return (*made.conditions, Finite(made.result))
    inner = given.under(e)
    put = {d: o.result for d in e.body.atoms(Density) for o in marginal_law.outcomes(d, inner)}
    return (Finite(e.with_body(e.body.xreplace(put))),) if put else None


@lru_cache(maxsize=1_000)
def _shown(P: Distribution, places: tuple[int, ...], given: Given) -> tuple[Distribution, tuple[Boolean, ...]] | None:
    """The law that P declares for some coordinates, once both are shown to agree, and the conditions for it."""
    Q = P.marginal(places)
    if Q is None or size_of(Q) != len(places):
        return None
    whole = variables_of(P, Q)
    part = tuple(whole[i] for i in places)
    here = given | P.conditions() | Q.conditions() | P.support.facts(whole)
    statistics = _common(P, whole, Q, part, here)
    if statistics is None:
        return None
    first, second = _log_mgf(P, whole, statistics, here), _log_mgf(Q, part, statistics, here)
    if first is None or second is None or not is_zero(first[0] - second[0], here | first[1] | second[1]):
        return None
    at_zero = {t: S.Zero for _, t in statistics}
    near = [inside(c).xreplace(at_zero) for c in (*first[1], *second[1])]
    return Q, tuple(dict.fromkeys((*Q.conditions(), *(c for c in near if c != true))))


def _common(P: Distribution, whole: Points, Q: Distribution, part: Points, given: Given) -> Statistics | None:
    """For each of the coordinates a strictly monotone statistic that both laws can tilt, with its parameter."""
    fresh = [t for t in PARAMETERS if t not in P.free_symbols | Q.free_symbols]
    both = {T for T, _ in P.tilts(*whole, fresh[0])} & {T for T, _ in Q.tilts(*part, fresh[0])}
    found = []
    for x, t in zip(part, fresh, strict=False):
        own = [T for T in both if T.free_symbols == {x} and given.signs(T.diff(x)) in (POSITIVE, NEGATIVE)]
        if not own:
            return None
        found.append((min(own, key=str), t))
    return found


def _log_mgf(
    P: Distribution, x: Points, statistics: Statistics, given: Given
) -> tuple[Expr, tuple[Boolean, ...]] | None:
    """log E exp Σ tᵢ Tᵢ, and what the tilted law needs."""
    total: Expr = S.Zero
    needs: tuple[Boolean, ...] = ()
    for T, t in statistics:
        step = tilt(P, T, t, x, given | needs)
        if step is None:
            return None
        P, change = step
        total, needs = total + change, P.conditions()
    return total, needs
