"""Where one law lives inside another, and what becomes of a divergence when it does not."""

from __future__ import annotations

from sympy import Dummy, Expr, Ge, Gt, Le, Lt, exp, oo, true
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.binder import sympify_basic
from ..language.claims import Covers, Finite, Invertible
from ..language.distribution import Distribution, Law
from ..language.images import Image
from ..language.joint import Joint, variables_of
from ..language.marginals import Marginal, ProductLaw
from ..language.models import Independent, Mixture, Model
from ..language.support import Integers, Interval, Points, Region, Simplex, Unknown, listed
from ..language.terms import KL, CrossEntropy, Entropy

support = rule("support")
inverse = rule("inverse map")


@support.of
def covered(c: Covers, given: Given) -> tuple[Boolean, ...] | None:
    """P ≪ Q when the support of P lies in the set where q > 0.

    A joint law ≪ the product of its marginals; P ≪ (1 − t)P + tR for t < 1, and
    P ≪ (1 − t)R + tP for t > 0.
    """
    P, Q = c.args
    if isinstance(Q, ProductLaw) and Q.law == P:
        return ()
    if isinstance(Q, Mixture) and P in (Q.first, Q.second):
        return tuple(c for c in (Q.weight < 1 if Q.first == P else Q.weight > 0,) if c != true)
    if isinstance(P, Image) and isinstance(Q, Image) and P.map == Q.map:
        return (Covers(P.law, Q.law),)
    if isinstance(P, Independent) and isinstance(Q, Independent) and P.size == Q.size:
        i = Dummy("i", integer=True, positive=True)
        return (Covers(P.at(i), Q.at(i)),)
    if isinstance(Q, Law | Model | Joint | Marginal | ProductLaw | Mixture) or P.support.measure != Q.support.measure:
        return None
    return _inside(P, Q)


def _inside(P: Distribution, Q: Distribution) -> tuple[Boolean, ...] | None:
    inner, outer = P.support, Q.support
    points = listed(inner)
    if points is not None and isinstance(outer, Points):
        meant = {_exact(at) for at in points}
        if not meant <= {_exact(at) for at in outer.points} or not all(a.is_number for at in meant for a in at):
            return None
        return tuple(c for at in sorted(meant, key=str) if (c := _probability(Q, at) > 0) != true)
    if isinstance(inner, Region):
        in_space = isinstance(inner, Simplex) and outer == Region(inner.dimension)
        return () if outer == inner or in_space else None
    if isinstance(inner, Unknown) or isinstance(outer, Region | Points | Unknown) or _several(P, Q):
        return None
    low, high = _ends(inner)
    return tuple(c for c in (Ge(low, outer.low), Le(high, outer.high)) if c != true)


def _exact(point: tuple[object, ...]) -> tuple[Expr, ...]:
    return tuple(map(sympify_basic, point))


def _probability(law: Distribution, point: tuple[Expr, ...]) -> Expr:
    return exp(law.log_density(*point))


def _several(*laws: Distribution) -> bool:
    """Whether one of the laws has several variables."""
    return any(len(variables_of(law)) > 1 for law in laws)


def _ends(inner: Interval | Integers | Points) -> tuple[Expr, Expr]:
    if isinstance(inner, Points):
        values = [_exact(p)[0] for p in inner.points]
        return min(values), max(values)
    return sympify_basic(inner.low), sympify_basic(inner.high)


@support.of
def infinite_divergence(e: KL, given: Given) -> Outcome | None:
    """D(P ‖ Q) = ∞ when P gives positive probability to a set where q = 0 (Cover & Thomas §2.3)."""
    P, Q = e.args
    outside = beyond(P, Q, given)
    return None if outside is None else Outcome(oo, (outside,))


@support.of
def infinite_cross_entropy(e: CrossEntropy, given: Given) -> Outcome | None:
    """H(P, Q) = H(P) + D(P ‖ Q) = ∞ when P gives positive probability to a set where q = 0 and H(P) is finite."""
    P, Q = e.args
    outside = beyond(P, Q, given)
    return None if outside is None else Outcome(oo, (outside, Finite(Entropy(e.args[0]))))


def beyond(P: Distribution, Q: Distribution, given: Given) -> Boolean | None:
    """A condition, shown by the facts, under which P charges a set where q = 0; P > 0 on all of its support."""
    inner, outer = P.support, Q.support
    if isinstance(P, Law | Image) or isinstance(Q, Law | Image) or inner.measure != outer.measure:
        return None
    if isinstance(inner, Unknown | Region) or isinstance(outer, Unknown | Region):
        return None
    points = listed(inner)
    if points is not None and isinstance(inner if isinstance(inner, Points) else outer, Points):
        beyond = [at for at in map(_exact, points) if _certainlybeyond(at, outer)]
        charged = [_probability(P, at) > 0 for at in beyond]
        return next((c for c in charged if given.proves(c)), None)
    if _several(P, Q):
        return None
    ends = _ends(outer)
    return next((c for c in (Lt(_ends(inner)[0], ends[0]), Gt(_ends(inner)[1], ends[1])) if given.proves(c)), None)


def _certainlybeyond(at: tuple[Expr, ...], outer: Integers | Points | Interval) -> bool:
    if isinstance(outer, Points):
        return at not in {_exact(p) for p in outer.points} and all(a.is_number for a in at)
    return len(at) == 1 and true in (Lt(at[0], outer.low), Gt(at[0], outer.high))


@inverse.of
def invertible(c: Invertible, given: Given) -> tuple[Boolean, ...] | None:
    """g⁻¹(g(x)) = x and g′ has one sign on the support."""
    law: Image = c.args[0]
    t = Dummy("t", real=True)
    inner = given | law.law.support.facts((t,))
    value, slope = law.map.at(t), law.map.slope_at(t)
    if not _defined(value, inner) or not is_zero(law.inverse.at(value) - t, inner):
        return None
    return () if inner.nonzero(slope) and (not slope.has(t) or len(inner.signs(slope)) == 1) else None


def _defined(e: Expr, given: Given) -> bool:
    try:
        well_formed(e, given, Conditions())
    except Rejected:
        return False
    return True
