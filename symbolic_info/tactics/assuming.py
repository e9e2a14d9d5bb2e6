"""Conditions that a closed form needs and that the question leaves open: they are assumed, and stated."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Eq, Expr, Ge, Gt, Le, Lt, Mul, Ne, fraction, log, together
from sympy.logic.boolalg import Boolean, Or

from ..exact.given import Given
from ..exact.signs import NEGATIVE, NONPOSITIVE, NONZERO
from ..exact.zero import normal
from ..kernel.derivation import Derivation, calc
from ..language.binder import Term
from ..language.claims import Finite
from ..language.terms import Expectation
from ..rules import RULES
from ..rules.scales import plain
from .evaluated import spread


def assumed(d: Derivation, missing: Iterable[Boolean]) -> Derivation | None:
    """The question again, under those of the missing conditions that may be assumed; None if there are none.

    Such a condition is a relation between the parameters of the question that its facts leave open.
    """
    found = dict.fromkeys(_different(plain(c, d.given), d.given) for c in missing if _is_open(c, d))
    more: list[Boolean] = [c for c in found if not d.given.proves(c)]
    for c in more:
        others = [other for other in more if other != c]
        more = others if (d.given | others).proves(c) else more
    return calc(d.start, (*d.given.facts, *more)) if more else None


def converging(d: Derivation) -> list[Boolean]:
    """Conditions under which the parts of the expectations of the last line converge, as far as they are known."""
    parts = sorted((p for e in d.lines[-1].atoms(Expectation) for p in spread(e).atoms(Expectation)), key=str)
    return [c for p in parts for needs in RULES["comparison"].implied_by(Finite(p), d.given) for c in needs]


def listed(conditions: Iterable[Boolean]) -> str:
    """Conditions in words."""
    return " and ".join(sorted(map(said, conditions)))


def said(c: Boolean) -> str:
    """A condition in one line of plain text."""
    if isinstance(c, Or):
        return " or ".join(map(said, c.args))
    turned = isinstance(c, Gt | Ge) and (c.lhs.is_number or not c.rhs.is_number)
    return f"{c.lhs} = {c.rhs}" if isinstance(c, Eq) else str(c.reversed if turned else c)


def _different(c: Boolean, given: Given) -> Boolean:
    """b^k − a^k ≠ 0 is a ≠ b."""
    parts: tuple[Expr, ...] = Add.make_args(c.lhs - c.rhs) if isinstance(c, Ne) else ()
    if len(parts) != 2 or given.signs(parts[0]) | given.signs(parts[1]) != NONZERO:
        return c
    top, _ = fraction(together(normal(log(Abs(parts[0])) - log(Abs(parts[1])), given)))
    open_ones = [f for f in Mul.make_args(top.factor()) if not given.nonzero(f)]
    heads = {sign: t / sign for f in open_ones for t in Add.make_args(f) if (sign := t.as_coeff_Mul()[0]) in (1, -1)}
    if len(open_ones) != 1 or len(heads) != 2 or len(open_ones[0].args) != 2:
        return c
    one, other = (h.args[0] if isinstance(h, log) else h for h in (heads[1], heads[-1]))
    return Ne(one, other)


def _is_open(c: Boolean, d: Derivation) -> bool:
    if c.atoms(Term) or not c.free_symbols <= d.start.free_symbols:
        return False
    if isinstance(c, Ne):
        return {0} < d.given.signs(c.lhs - c.rhs)
    if not isinstance(c, Gt | Ge | Lt | Le):
        return False
    return not d.given.signs(c.gts - c.lts) <= (NONPOSITIVE if isinstance(c, Gt | Lt) else NEGATIVE)
