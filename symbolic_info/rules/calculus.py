"""Calculus: derivatives, antiderivatives, telescoping sums, stationary points."""

from __future__ import annotations

from sympy import Abs, Dummy, Expr, Function, S, Symbol, sign
from sympy import functions as f

from ..exact.given import Given
from ..exact.signs import NONNEGATIVE, POSITIVE
from ..exact.zero import is_zero
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.binder import Term
from ..language.claims import Finite
from ..language.functions import differentiated, zeta_derivative
from ..language.operators import ArgMax, ArgMin, Derivative, Extremum, Integral, Maximum, Minimum, Sum
from .limits import limit_of

differentiation = rule("differentiation")
antiderivative = rule("antiderivative")
cut = rule("cut of the range")
telescoping = rule("telescoping")
stationary_point = rule("stationary point")

SMOOTH = (f.log, f.exp, f.gamma, f.loggamma, f.polygamma, f.erf, f.erfc, f.atan, f.beta, f.zeta, zeta_derivative)


def slope(e: Expr, v: Symbol, given: Given) -> Expr | None:
    """The derivative of an expression built from smooth functions, where it is well-formed; None otherwise."""
    inside = [a for a in e.atoms(Function, Term) if a.has(v)]
    if not all(isinstance(a, SMOOTH) for a in inside) or not _shown(e, given):
        return None
    return differentiated(e, v)


def _shown(e: Expr, given: Given) -> bool:
    try:
        well_formed(e, given, Conditions())
    except Rejected:
        return False
    return True


@differentiation.of
def of_elementary(e: Derivative, given: Given) -> Outcome | None:
    """The derivative by the sum, product and chain rules, of a function that is smooth near the point.

    All its conditions are strict, so they hold around the point (DLMF §1.4(iii)).
    """
    made = slope(e.body, e.variable, given.under(e))
    return None if made is None else Outcome(made.xreplace({e.variable: e.outer[0]}))


@differentiation.of
def finite_derivative(c: Finite, given: Given) -> tuple[()] | None:
    """The derivative of a smooth function is a number."""
    (e,) = c.args
    return () if isinstance(e, Derivative) and of_elementary(e, given) is not None else None


@antiderivative.of
def fundamental_theorem(e: Integral, given: Given, primitive: Expr, variable: Symbol) -> Outcome | None:
    """∫_a^b f = F(b) − F(a) (limits from inside), for F continuous with F′ = f on (a, b), save at kinks of |x − c|.

    DLMF 1.4.21.  The witness is F and its variable; f must be finite inside (a, b).
    """
    low, high = e.outer
    v, inner = e.variable, given.under(e)
    F = primitive.xreplace({variable: v})
    if any(a.has(v) and not _is_linear(a.args[0], v) for a in F.atoms(Abs)) or not _shown(F, inner):
        return None
    made = F.diff(v).replace(sign, lambda u: Abs(u) / u)
    if not is_zero(made - e.body, inner):
        return None
    above, below = limit_of(F, v, high, S.NegativeOne, given), limit_of(F, v, low, S.One, given)
    if above is None or below is None or above.is_infinite or below.is_infinite:
        return None
    return Outcome(above - below)


@cut.of
def at_a_point(e: Integral, given: Given, point: Expr) -> Outcome | None:
    """∫_a^b f = ∫_a^c f + ∫_c^b f for a < c < b, where both parts converge (DLMF 1.4.20).  The witness is c."""
    low, high = e.outer
    if not (given.proves(low < point) and given.proves(point < high)):
        return None
    return Outcome(Integral(low, point, e.body, e.variable) + Integral(point, high, e.body, e.variable))


def _is_linear(u: Expr, v: Symbol) -> bool:
    return bool(u.is_polynomial(v) and u.as_poly(v).degree() == 1)


@telescoping.of
def telescoped(e: Sum, given: Given, primitive: Expr, variable: Symbol) -> Outcome | None:
    """Σ_{i=a}^{b} f(i) = F(b+1) − F(a), when F(i+1) − F(i) = f(i) and a ≤ b + 1 < ∞.

    The witness is F and its variable.
    """
    low, high = e.outer
    v, inner = e.variable, given.under(e)
    if high == S.Infinity or not given.nonnegative(high - low + 1):
        return None
    F = primitive.xreplace({variable: v})
    t = Dummy(v.name, real=True)
    if not _shown(F.xreplace({v: t}), given | [t >= low, t <= high + 1]):
        return None
    if not is_zero(F.xreplace({v: v + 1}) - F - e.body, inner):
        return None
    return Outcome(F.xreplace({v: high + 1}) - F.xreplace({v: low}))


def _extremum(e: Extremum, given: Given, at: Expr, curvature: int) -> Outcome | None:
    """Stationary at a point inside the interval, and curved one way on all of it."""
    low, high = e.outer
    v, inner = e.variable, given.under(e)
    first = slope(e.body, v, inner)
    second = None if first is None else slope(first, v, inner)
    if first is None or second is None or not is_zero(first.xreplace({v: at}), given):
        return None
    wanted = POSITIVE if isinstance(e, ArgMax | ArgMin) else NONNEGATIVE
    if not inner.signs(curvature * second) <= wanted:
        return None
    inside = tuple(c for c in (low < at, at < high) if c != S.true)
    value: Expr = at if isinstance(e, ArgMax | ArgMin) else e.at(at)
    return Outcome(value, inside)


@stationary_point.of
def of_concave(e: Maximum | ArgMax, given: Given, at: Expr) -> Outcome | None:
    """max f = f(a) on an open interval that contains a, when f′(a) = 0 and f″ ≤ 0; a is the only point if f″ < 0."""
    return _extremum(e, given, at, -1)


@stationary_point.of
def of_convex(e: Minimum | ArgMin, given: Given, at: Expr) -> Outcome | None:
    """min f = f(a) on an open interval that contains a, when f′(a) = 0 and f″ ≥ 0; a is the only point if f″ > 0."""
    return _extremum(e, given, at, 1)
