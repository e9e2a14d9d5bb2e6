"""Expectations that are infinite, and such as are finite, by what happens at the ends of the support."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sympy import Dummy, S, log, oo
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NEGATIVE, NONNEGATIVE, POSITIVE
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.binder import Term, sympify_basic
from ..language.claims import Finite
from ..language.distribution import Family
from ..language.information import Renyi, RenyiDivergence
from ..language.joint import variables_of
from ..language.support import Integers, Interval
from ..language.terms import Expectation, Variance
from .definitions import definition
from .expectations import of_image
from .growth import SIZE, Grown, ends_of, smaller
from .scales import Scale, Untold, converges, diverges, plus

divergence = rule("divergent integral")
infinite_term = rule("infinite term")
comparison = rule("comparison at the ends")
Needs = tuple[Boolean, ...]
PLACE = Dummy("x", real=True)  # a name of its own: nothing is assumed of it but where it lies


@divergence.of
def infinite_mean(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) = ∞ when f is continuous on the support and, at each end of it, f(x) ≥ −h(x) with ∫ h p finite
    there, and at one of them f(x) ≥ c T(x), c > 0, with ∫ T p = ∞ there; −∞ the same for −f.

    By limit comparison with t^a (log t)^b e^{−c t^d}; for sums with the integral test.
    """
    return next((Outcome(s * oo, needs) for s in (1, -1) if (needs := _infinite(e, s, given)) is not None), None)


@infinite_term.of
def infinite_by_a_term(e: Expectation, given: Given, term: Expectation) -> Outcome | None:
    """E f(X) = ±∞ as above, where one term of f is named whose expectation under the law is infinite by itself."""
    own, whole = infinite_mean(term, given), infinite_mean(e, given)
    if own is None or whole is None or term.law != e.law:
        return None
    return Outcome(whole.result, tuple(dict.fromkeys((*own.conditions, *whole.conditions))))


@divergence.of
def infinite_variance(e: Variance, given: Given) -> Outcome | None:
    """Var(X) = E[(X − E X)²] = ∞ when E X² = ∞ and E X is finite, or infinite for an X bounded from one side."""
    (P,) = e.args
    (x,) = variables_of(P)
    square = infinite_mean(P.expect(x**2), given)
    ends = (P.support.low, P.support.high) if isinstance(P.support, Interval | Integers) else (-oo, oo)
    centre = () if any(sympify_basic(a).is_finite for a in ends) else (Finite(P.expect(x)),)
    return None if square is None else Outcome(oo, (*square.conditions, *centre))


@divergence.of
def infinite_renyi(e: Renyi | RenyiDivergence, given: Given) -> Outcome | None:
    """A Rényi entropy or divergence c·log E f(X) is sign(c)·∞ when E f(X) = ∞ (the definition; log ∞ = ∞)."""
    for defined in definition.outcomes(e, given):
        (mean,) = defined.result.atoms(Expectation)
        signs, grown = given.signs(defined.result / log(mean)), infinite_mean(mean, given)
        if grown is not None and grown.result == oo and signs in (POSITIVE, NEGATIVE):
            return Outcome(oo if signs == POSITIVE else -oo, (*defined.conditions, *grown.conditions))
    return None


@comparison.of
def finite_mean(c: Finite, given: Given) -> Needs | None:
    """E f(X) is finite when f is continuous on the support and ∫ |f| p is finite at each end of it.

    By limit comparison with t^a (log t)^b e^{−c t^d}; for sums with the integral test.
    """
    (e,) = c.args
    found = _tails(e, given) if isinstance(e, Expectation) else None
    if found is None:
        return None
    tails, needs = found
    try:
        for tail in tails:
            for t in tail.largest(given):
                more = converges(plus(t.scale, tail.weight, given), given)
                if more is None:
                    return None
                needs += more
    except Untold:
        return None
    return needs


@dataclass(frozen=True)
class Tail:
    """What stands under the integral near an end: the terms of f, and the scale of p dx."""

    terms: list[Grown]
    weight: Scale

    def largest(self, given: Given) -> list[Grown]:
        """The terms that are small beside no other."""
        return [t for t in self.terms if not any(smaller(t, other, given) for other in self.terms)]


def _tails(e: Expectation, given: Given) -> tuple[list[Tail], Needs] | None:
    """The ends of the support of the law, or of that of which it is an image; conditions of the change of variable."""
    return None if len(e.variables) != 1 else _tails_in(e.renamed([PLACE]), given)


@lru_cache(maxsize=2_000)
def _tails_in(e: Expectation, given: Given) -> tuple[list[Tail], Needs] | None:
    try:
        return _at_ends(e, given), ()
    except (Untold, Rejected):
        image = of_image(e, given)
    try:
        return None if image is None else (_at_ends(image.result, given), image.conditions)
    except (Untold, Rejected):
        return None


def _at_ends(e: Expectation, given: Given) -> list[Tail]:
    """Both ends of an interval, or the infinite ones of a range of whole numbers.  Raises Untold or Rejected."""
    support, x = e.law.support, e.variable
    if not isinstance(support, Interval | Integers):
        raise Untold("an unknown support")
    if any(t.has(x) for t in e.body.atoms(Term)):
        raise Untold("a term, which may have poles of its own")
    well_formed(e.body, given.under(e), Conditions())
    centre = getattr(e.law, e.law.centre) if isinstance(e.law, Family) and e.law.centre else S.Zero
    ends = [end for end in ends_of(support.low, support.high, given, centre)
            if isinstance(support, Interval) or end.point.is_infinite]  # fmt: skip
    log_p = e.law.log_density(x)
    return [Tail(end.terms(e.body, x), plus(end.exponent(log_p, x), end.width, given)) for end in ends]


def undefined_mean(e: Expectation, given: Given) -> bool:
    """Whether E f(X) does not exist: the positive and the negative part of f both have an infinite mean."""
    found = _tails(e, given)
    if found is None or found[1]:
        return False
    try:
        signs = {given.signs(t.c) for tail in found[0] for t in tail.largest(given)
                 if t.kind < SIZE and diverges(plus(t.scale, tail.weight, given), given) == ()}  # fmt: skip
    except Untold:
        return False
    return {POSITIVE, NEGATIVE} <= signs


def _infinite(e: Expectation, sign: int, given: Given) -> Needs | None:
    """Conditions under which E f(X) = sign·∞; None where it is not, or where these rules do not tell."""
    found = _tails(e, given)
    if found is None:
        return None
    tails, needs = found
    endless: list[Needs] = []
    try:
        for tail in tails:
            for t in tail.terms:
                signs = given.signs(sign * t.c) if t.kind < SIZE else None
                if signs == POSITIVE:
                    made = diverges(plus(t.scale, tail.weight, given), given)
                    endless += [] if made is None else [made]
                elif signs is None or not signs <= NONNEGATIVE:
                    more = _harmless(t, sign, tail, given)
                    if more is None:
                        return None
                    needs += more
    except Untold:
        return None
    return (*needs, *min(endless, key=len)) if endless else None


def _harmless(t: Grown, sign: int, tail: Tail, given: Given) -> Needs | None:
    """Conditions under which a term takes nothing from the others: it is small beside one, or has a finite integral."""
    if any(g.kind < SIZE and given.signs(sign * g.c) == POSITIVE and smaller(t, g, given) for g in tail.terms):
        return ()
    return converges(plus(t.scale, tail.weight, given), given)
