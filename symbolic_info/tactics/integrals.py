"""The value of an integral over a bounded interval: one antiderivative, or one a piece.  Untrusted search."""

from __future__ import annotations

from itertools import pairwise

from sympy import Abs, Expr, Min, Mul, S, Symbol, fraction, log, together

from ..exact.given import Given
from ..exact.zero import normal
from ..kernel.rule import Reason
from ..language.operators import Integral
from ..rules import RULES
from .primitives import primitive


def integrated(e: Integral, given: Given) -> tuple[Expr, tuple[Reason, ...]] | None:
    """The value, and the rules by which it follows from the integral."""
    for cuts in ([], _cuts(e, given)):
        ends = [e.outer[0], *cuts, e.outer[1]]
        values = [_by_antiderivative(Integral(a, b, e.body, e.variable), given) for a, b in pairwise(ends)]
        found = [v for v in values if v is not None]
        if len(found) == len(values):
            reasons = dict.fromkeys(reason for _, reason in found)
            return sum((v for v, _ in found), S.Zero), (*(RULES["cut"](c) for c in cuts), *reasons)
    return None


def _by_antiderivative(e: Integral, given: Given) -> tuple[Expr, Reason] | None:
    constant, varying = e.body.as_independent(e.variable, as_Add=False)  # a sum in the constant is no business of x
    found = primitive(normal(varying, given.under(e)), e.variable)
    if found is None:
        return None
    reason = RULES["antiderivative"](constant * found, e.variable)
    return next(((outcome.result, reason) for outcome in reason.outcomes(e, given)), None)


def _cuts(e: Integral, given: Given) -> list[Expr]:
    """The kinks of |g(x)| and min(g, h) that certainly lie inside the range, in order, as far as that is known."""
    low, high = e.outer
    found: list[Expr] = []
    for a in sorted(normal(e.body, given.under(e)).atoms(Abs, Min), key=str):
        root = _root(a.args[0] if isinstance(a, Abs) else (a.args[0] - a.args[1]).cancel(), e.variable)
        if root is not None and root not in found and given.proves(low < root) and given.proves(root < high):
            place = sum(1 for c in found if given.proves(c < root))
            if all(given.proves(root < c) for c in found[place:]):
                found.insert(place, root)
    return found


def _root(g: Expr, x: Symbol) -> Expr | None:
    """Where g vanishes: g linear, or a sum of logarithms whose product is 1 at one point."""
    gap = g
    if g.has(log):
        parts = [t.as_coeff_Mul() for t in g.args] if g.is_Add else [g.as_coeff_Mul()]
        if not all(isinstance(head, log) and c.is_Integer for c, head in parts):
            return None
        top, bottom = fraction(together(Mul(*(head.args[0] ** c for c, head in parts))))
        gap = (top - bottom).expand()
    if not gap.has(x) or not gap.is_polynomial(x) or gap.as_poly(x).degree() != 1:
        return None
    return (-gap.as_poly(x).coeff_monomial(1) / gap.as_poly(x).LC()).cancel()
