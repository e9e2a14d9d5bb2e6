"""The definition of every quantity of a line, as a derivation begins with it.  Untrusted search."""

from __future__ import annotations

from sympy import Expr, powsimp

from ..exact.given import Given
from ..kernel.derivation import Derivation
from ..kernel.rule import Reason, rewritten
from ..language.information import JS, Hellinger2
from ..language.models import Mixture
from ..language.support import Points, listed
from ..language.terms import KL, Density, Expectation
from ..rules import RULES
from .infinite import is_apart

DEFINED = ("definition", "unit", "marginal_law", "matrix_algebra")
OVERLAP = ("overlap", *DEFINED)
LISTED = ("expectation", "density")


def defined(d: Derivation) -> Derivation:
    """The definition of every quantity, in textbook form."""
    here = d.lines[-1]
    names = (*(("support",) if any(is_apart(e, d.given) for e in here.atoms(Hellinger2, JS)) else ()), *OVERLAP)
    here, by = _reach(tuple(RULES[name] for name in names), here, d.given)
    if any(isinstance(e.args[1], Mixture) and isinstance(e.args[0].support, Points) for e in here.atoms(KL)):
        d, by = _then(d, here, by), (RULES["definition"],)  # the divergences in the definition of another
        here = rewritten(RULES["definition"], here, d.given).result
    if any(map(_is_listed, here.atoms(Expectation))):
        here, more = _reach(tuple(RULES[name] for name in LISTED), here, d.given)
        here, by = powsimp(here, combine="exp", deep=True), by + more
    return _then(d, here, by)


def _is_listed(e: Expectation) -> bool:
    """A mean over listed outcomes of what only a list can tell: it is written out at once."""
    others = [p for p in e.body.atoms(Density) if not e.law.charges(p, e.variables)]
    if others:
        return listed(e.law.support) is not None
    return isinstance(e.law.support, Points) and not e.body.is_polynomial(*e.variables)


def _reach(reasons: tuple[Reason, ...], e: Expr, given: Given) -> tuple[Expr, tuple[Reason, ...]]:
    """The expression after those of the reasons that change it."""
    used: tuple[Reason, ...] = ()
    for reason in reasons:
        made = rewritten(reason, e, given).result
        if made != e:
            e, used = made, (*used, reason)
    return e, used


def _then(d: Derivation, e: Expr, by: tuple[Reason, ...]) -> Derivation:
    return d if e == d.lines[-1] or not by else d.eq(e, by=by)
