"""Extrema and limits of closed forms.  Untrusted search: the kernel checks the point and the curvature."""

from __future__ import annotations

from sympy import Expr, logcombine, solve

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.check import check
from ..kernel.derivation import Derivation
from ..kernel.rule import Rejected
from ..language.operators import Extremum, Limit
from ..rules import RULES
from ..rules.limits import limit_of


def extremum(d: Derivation, e: Extremum) -> Derivation:
    """One more line: the value at a stationary point inside the interval."""
    for at in _candidates(e, d.given):
        for outcome in RULES["stationary_point"](at).outcomes(e, d.given):
            longer = d.eq(outcome.result, by=RULES["stationary_point"](at))
            try:
                check(longer)
            except Rejected:
                continue
            return longer
    raise Rejected(f"no stationary point of {e.body} was found in the domain of {e.variable}")


def _candidates(e: Extremum, given: Given) -> list[Expr]:
    """Zeros of the slope: by equal arguments of logarithms, by algebra."""
    inner, v = given.under(e), e.variable
    slope = normal(e.body.diff(v), inner)
    found: list[Expr] = []
    for form in (slope, logcombine(slope, force=True)):
        try:
            found += [s for s in solve(form, v) if s not in found]
        except NotImplementedError:
            continue
    return [s for s in found if is_zero(slope.xreplace({v: s}), given)]


def limit_value(d: Derivation, e: Limit) -> Derivation:
    """One more line: the limit."""
    point, side = e.outer
    made = limit_of(e.body, e.variable, point, side, d.given)
    if made is None:
        raise Rejected(f"the limit of {e.body} is not found by the rules")
    return d.eq(made, by=RULES["limits"])
