"""Where one law lives inside another, and what becomes of a divergence when it does not."""

from __future__ import annotations

from sympy import Expr, Ge, Gt, Le, Lt, oo, sympify, true
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.distribution import Distribution, Image, Law
from ..language.joint import Joint, Marginal, ProductLaw
from ..language.support import Integers, Interval, Points, Unknown
from ..language.terms import KL, Covers, CrossEntropy, Entropy, Finite, Invertible

support = rule("support")
inverse = rule("inverse map")


@support.of
def covered(c: Covers, given: Given) -> tuple[Boolean, ...] | None:
    """P ≪ Q when the support of P lies in the set where q > 0; a joint law ≪ the product of its marginals."""
    P, Q = c.args
    if isinstance(Q, ProductLaw) and Q.law == P:
        return ()
    if isinstance(P, Image) and isinstance(Q, Image) and P.map == Q.map:
        return (Covers(P.law, Q.law),)
    if isinstance(Q, Law | Joint | Marginal | ProductLaw) or P.support.measure != Q.support.measure:
        return None
    return _inside(P, Q)


def _inside(P: Distribution, Q: Distribution) -> tuple[Boolean, ...] | None:
    inner, outer = P.support, Q.support
    if isinstance(inner, Points) and isinstance(outer, Points):
        return () if _known(inner) and set(map(_exact, inner.points)) <= set(map(_exact, outer.points)) else None
    if isinstance(inner, Unknown) or isinstance(outer, Points | Unknown):
        return None
    low, high = _ends(inner)
    return tuple(c for c in (Ge(low, outer.low), Le(high, outer.high)) if c != true)


def _exact(point: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(map(sympify, point))


def _known(points: Points) -> bool:
    return all(sympify(a).is_number for p in points.points for a in p)


def _ends(inner: Interval | Integers | Points) -> tuple[object, object]:
    if isinstance(inner, Points):
        values = [sympify(p[0]) for p in inner.points]
        return min(values), max(values)
    return sympify(inner.low), sympify(inner.high)


@support.of
def infinite_divergence(e: KL, given: Given) -> Outcome | None:
    """D(P ‖ Q) = ∞ when P gives positive probability to a set where q = 0 (Cover & Thomas §2.3)."""
    P, Q = e.args
    outside = _outside(P, Q, given)
    return None if outside is None else Outcome(oo, (outside,))


@support.of
def infinite_cross_entropy(e: CrossEntropy, given: Given) -> Outcome | None:
    """H(P, Q) = H(P) + D(P ‖ Q) = ∞ when P gives positive probability to a set where q = 0 and H(P) is finite."""
    P, Q = e.args
    outside = _outside(P, Q, given)
    return None if outside is None else Outcome(oo, (outside, Finite(Entropy(P))))


def _outside(P: Distribution, Q: Distribution, given: Given) -> Boolean | None:
    """A condition, shown by the facts, under which P charges a set where q = 0; P > 0 on all of its support."""
    if isinstance(P, Law | Joint | Image) or isinstance(Q, Law | Joint | Image):
        return None
    inner, outer = P.support, Q.support
    if isinstance(inner, Unknown) or isinstance(outer, Unknown) or inner.measure != outer.measure:
        return None
    if isinstance(outer, Points):
        if isinstance(inner, Points):
            return true if not set(map(_exact, inner.points)) <= set(map(_exact, outer.points)) else None
        values = [sympify(p[0]) for p in outer.points]
        outer = Integers(min(values), max(values))
    low, high = _ends(inner)
    for c in (Lt(low, outer.low), Gt(high, outer.high)):
        if given.proves(c):
            return c
    return None


@inverse.of
def invertible(c: Invertible, given: Given) -> tuple[Boolean, ...] | None:
    """g⁻¹(g(x)) = x and g′ has one sign on the support."""
    law: Image = c.args[0]
    x = law.map.variable
    inner = given | law.law.support.facts((x,))
    slope = law.map.slope
    if not _defined(law.map.body, inner) or not is_zero(law.inverse.at(law.map.body) - x, inner):
        return None
    return () if inner.nonzero(slope) and (not slope.has(x) or len(inner.signs(slope)) == 1) else None


def _defined(e: Expr, given: Given) -> bool:
    try:
        well_formed(e, given, Conditions())
    except Rejected:
        return False
    return True
