"""Laws that are put together from laws on neighbouring intervals."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sympy import Add, Dummy, Expr, S, factor, log
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.rule import Outcome, rule
from ..language.binder import sympify_basic
from ..language.claims import Finite
from ..language.distribution import Family
from ..language.images import Image
from ..language.support import Interval
from ..language.terms import Expectation
from .limits import limit_of

in_pieces = rule("law in pieces")


@in_pieces.of
def of_pieces(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) = Σ wᵢ E f(gᵢ(Vᵢ)), if p = wᵢ pᵢ on the interval of gᵢ(Vᵢ), and these intervals make up that of X.

    The integral over an interval is the sum of those over its parts (DLMF 1.4.20); each gᵢ is invertible, with
    pᵢ the density of gᵢ(Vᵢ).
    """
    law = e.law
    if len(e.variables) != 1 or not isinstance(law, Family) or type(law).pieces is Family.pieces:
        return None
    pieces = tuple(law.pieces())
    if not _make_up(law, pieces, given):
        return None
    (v,), parts, needs = e.variables, [], []
    for weight, piece in pieces:
        part = piece.law.expect(e.body.xreplace({v: piece.map.at(v)}), v)
        body = normal(part.body, given.under(part))
        part = part.with_body(body if e.body.is_Add else factor(body))
        parts.append(weight * part)
        needs += [*piece.conditions(), Finite(part)]
    return Outcome(Add(*parts), tuple(needs))


@in_pieces.of
def finite_pieces(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """The mean is finite when it is on each interval."""
    (e,) = c.args
    made = of_pieces(e, given) if isinstance(e, Expectation) else None
    return None if made is None else made.conditions


@lru_cache(maxsize=2_000)
def _make_up(law: Family, pieces: tuple[tuple[Expr, Image], ...], given: Given) -> bool:
    """Whether the pieces lie side by side in the support of the law and have its density there."""
    ends = [_ends(piece, given) for _, piece in pieces]
    own = law.support
    if any(a is None for a in ends) or not isinstance(own, Interval):
        return False
    places = [own.low, *(end for pair in ends if pair for end in pair), own.high]
    meet = all(is_zero(sympify_basic(a) - b, given) for a, b in list(pairwise(places))[::2])
    t = Dummy("t", real=True)
    alike = (
        is_zero(law.log_density(t) - log(weight) - piece.log_density(t), given | [t > pair[0], t < pair[1]])
        for (weight, piece), pair in zip(pieces, ends, strict=True)
        if pair
    )
    return meet and all(given.positive(w) for w, _ in pieces) and all(alike)


def _ends(piece: Image, given: Given) -> tuple[Expr, Expr] | None:
    """The interval of a piece, the lower end first; None where its order is not known."""
    inside, g = piece.law.support, piece.map
    if not isinstance(inside, Interval):
        return None
    low = limit_of(g.body, g.variable, sympify_basic(inside.low), S.One, given)
    high = limit_of(g.body, g.variable, sympify_basic(inside.high), S.NegativeOne, given)
    if low is None or high is None:
        return None
    return (low, high) if given.proves(low < high) else (high, low) if given.proves(high < low) else None
