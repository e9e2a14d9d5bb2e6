"""Conditions that a closed form needs and that the question leaves open: they are assumed, and stated."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Eq, Expr, Ge, Gt, Le, Lt, Mul, factor_list, fraction, together
from sympy.logic.boolalg import Boolean, Or

from ..exact.given import Given
from ..exact.signs import NEGATIVE, NONPOSITIVE, POSITIVE
from ..kernel.derivation import Derivation, calc
from ..language.binder import Term


def assumed(d: Derivation, missing: Iterable[Boolean]) -> Derivation | None:
    """The question again, under those of the missing conditions that may be assumed; None if there are none.

    Such a condition is a relation between the parameters of the question that its facts leave open.
    """
    found = dict.fromkeys(_plain(c, d.given) for c in missing if _is_open(c, d))
    more: list[Boolean] = [c for c in found if not d.given.proves(c)]
    for c in more:
        others = [other for other in more if other != c]
        more = others if (d.given | others).proves(c) else more
    return calc(d.start, (*d.given.facts, *more)) if more else None


def added(d: Derivation, before: Derivation) -> str:
    """The conditions that a derivation assumes beyond those of another, in words."""
    return " and ".join(sorted(map(said, d.given.facts - before.given.facts)))


def said(c: Boolean) -> str:
    """A condition in one line of plain text."""
    if isinstance(c, Or):
        return " or ".join(map(said, c.args))
    turned = isinstance(c, Gt | Ge) and (c.lhs.is_number or not c.rhs.is_number)
    return f"{c.lhs} = {c.rhs}" if isinstance(c, Eq) else str(c.reversed if turned else c)


def _is_open(c: Boolean, d: Derivation) -> bool:
    if not isinstance(c, Gt | Ge | Lt | Le) or c.atoms(Term) or not c.free_symbols <= d.start.free_symbols:
        return False
    return not d.given.signs(c.gts - c.lts) <= (NONPOSITIVE if isinstance(c, Gt | Lt) else NEGATIVE)


def _plain(c: Boolean, given: Given) -> Boolean:
    """The condition without positive factors: 1 − b/s > 0 is b < s, α/2 − 1 > 0 is α > 2."""
    top, bottom = fraction(together(c.gts - c.lts))
    signs = given.signs(bottom)
    if signs not in (POSITIVE, NEGATIVE):
        return c
    number, factors = factor_list(top)
    kept = Mul(number, *(f**k for f, k in factors if given.signs(f) != POSITIVE))
    gap = (kept if signs == POSITIVE else -kept).expand()
    return _between(gap, isinstance(c, Gt | Lt))


def _between(gap: Expr, strict: bool) -> Boolean:
    """gap > 0 with the positive terms on the left and the negative ones on the right; a lone symbol on the left."""
    terms = Add.make_args(gap.as_content_primitive()[1])
    left = Add(*(t for t in terms if t.as_coeff_Mul()[0] > 0))
    right = left - Add(*terms)
    if len(gap.free_symbols) == 1 and gap.is_polynomial() and (slope := Add(*terms).diff(*gap.free_symbols)).is_number:
        (s,) = gap.free_symbols
        end = (s - Add(*terms) / slope).expand()
        left, right = (s, end) if slope > 0 else (end, s)
    return (Gt if strict else Ge)(left, right)
