"""Integrals, sums and expectations of a line in closed form, as far as the engine derives it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sympy import Basic, Expr, exp, powsimp

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..language.binder import COORDINATES, Term, sympify_basic
from ..language.bounds import Unreadable
from ..language.information import Grid
from ..language.operators import Integral, Sum, Total
from ..language.support import Integers, Interval
from ..language.terms import Expectation
from ..tactics.closed_form import closed_form
from .laws import Laws

BROKEN = (ArithmeticError, LookupError, NotImplementedError, TypeError, AttributeError, ValueError, RecursionError)


def closed(e: Any, given: Given, laws: Laws | None) -> Any:
    """The expression with every term replaced by its closed form where one is proved; the others stay."""
    if not isinstance(e, Basic) or not e.atoms(Term) or isinstance(e, Grid):
        return e
    found = {t: _closed(t, given, laws) for t in _outermost(e)}
    return e.xreplace({t: v for t, v in found.items() if v is not None})


def _outermost(e: Any) -> list[Term]:
    if isinstance(e, Term):
        return [e]
    return [t for a in e.args for t in _outermost(a)]


@lru_cache(maxsize=2000)
def _closed(term: Term, given: Given, laws: Laws | None) -> Expr | None:
    """The closed form of a term, by a theorem; an integral over the support of a law as an expectation under it."""
    tries: list[Any] = [term]
    if isinstance(term, Integral | Sum | Total) and laws is not None:
        tries = [t for law in laws.all if (t := as_expectation(term, law, given)) is not None] + tries
    for t in tries:
        if not isinstance(t, Term):
            return closed(t, given, laws)
        if isinstance(t, Integral) and not t.body.has(t.variable) and all(e.is_finite is not False for e in t.outer):
            return t.body * (t.outer[1] - t.outer[0])
        try:
            found = closed_form(t, given.facts)
        except (*BROKEN, Unreadable):
            continue
        if found.status in ("proved", "infinite") and found.theorem is not None:
            value: Expr = found.theorem.derivation.lines[-1]
            return value
    return None


def as_expectation(term: Integral | Sum | Total, law: Any, given: Given) -> Expr | None:
    """∫ f(x) dx, or Σ f(x), over the support of a law as E[f(X)/p(X)], where the quotient is shown to be right."""
    if not _is_over(term, law, given):
        return None
    x = COORDINATES[0]
    body, inside = term.at(x), given.under(Expectation(law, x))
    density = exp(law.log_density(x))
    quotient = powsimp(normal((body / density).expand(), inside), combine="exp")
    if quotient.has(exp) or not is_zero(quotient * density - body, inside):
        return None
    return Expectation(law, quotient, x) if quotient.has(x) else quotient


def _is_over(term: Integral | Sum | Total, law: Any, given: Given) -> bool:
    """Whether a sum or an integral goes over the support of a law of one variable."""
    if isinstance(term, Total):
        return bool(term.args[0] == law and len(term.variables) == 1)
    support = law.support
    if not isinstance(support, Interval if isinstance(term, Integral) else Integers):
        return False
    ends = map(sympify_basic, (support.low, support.high))
    return all(a == b or is_zero(a - b, given) for a, b in zip(term.outer, ends, strict=True))
