"""The exact zero test.

`normal` rewrites by identities that hold under the given facts, and by no others; so "zero" is a
proof, while "not zero" only means that it was not shown.  Each rewriting names its identity.
"""

from __future__ import annotations

from functools import lru_cache

from sympy import Abs, Add, Dummy, Expr, Pow, S, cancel, fraction, together
from sympy import functions as f

from ..language.binder import Binder, Term, canonical
from ..language.distribution import Distribution
from ..language.operators import Sum
from ..language.terms import Density
from .elementary import RECURRENCES, abs_of, exp_of, log_of, lowered, power_of
from .given import Given


def is_zero(e: Expr, given: Given) -> bool:
    """Whether e is shown to be zero wherever the facts hold."""
    return bool(e == 0 or normal(e, given) == 0) and not any(a.is_Float for a in e.atoms())


@lru_cache(maxsize=20_000)
def normal(e: Expr, given: Given) -> Expr:
    """A form in which equal expressions usually, and different ones never, come out the same."""
    frozen: dict[Expr, Dummy] = {}
    e = given.reduce(_atoms(given.reduce(e), given, frozen))
    if any(p.base.is_Add and p.exp.is_negative for p in e.atoms(Pow)):
        e = _over_one_denominator(e)
    e = e.expand()
    put = {a: lowered(a) for a in e.atoms(f.exp) if a.has(f.log)}
    return e.xreplace(put).xreplace({mark: term for term, mark in frozen.items()})


def _over_one_denominator(e: Expr) -> Expr:
    """The coefficient of each product of symbols that stand in no sum under a fraction line, as one fraction."""
    below = {p: Dummy("d") for p in e.atoms(Pow) if p.base.is_Add and p.exp.is_negative}
    within = set().union(*(p.free_symbols for p in below), below.values())
    parts: dict[Expr, Expr] = {}
    for t in Add.make_args(e.xreplace(below).expand()):
        apart = t.as_independent(*within, as_Add=False)[0].as_coeff_Mul()[1]
        parts[apart] = parts.get(apart, S.Zero) + t / apart
    back = {mark: p for p, mark in below.items()}
    return Add(*(apart * _lowest(c.xreplace(back)) for apart, c in parts.items()))


def _lowest(e: Expr) -> Expr:
    """A sum of fractions as one, in lowest terms; then its numerator's terms over the denominator."""
    top, bottom = fraction(together(e))
    top = top.expand()
    if not bottom.is_number:
        top, bottom = fraction(cancel(top / bottom))
    return Add(*(t / bottom for t in Add.make_args(top.expand())))


def _atoms(e: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """Rewrite every function in its elements, and hide every term behind a mark."""
    if not e.args:
        return e
    if isinstance(e, Term):
        return _term(e, given, frozen)
    args = [_atoms(a, given, frozen) for a in e.args]
    if isinstance(e, f.log):
        return log_of(args[0], given, frozen)
    if isinstance(e, f.exp):
        return exp_of(args[0])
    if isinstance(e, Pow) and not e.exp.is_Integer:
        return power_of(args[0], args[1], given, frozen)
    if isinstance(e, Abs):
        return abs_of(args[0], given, frozen)
    if e.func in RECURRENCES:
        return RECURRENCES[e.func](*args, given=given, frozen=frozen)
    return e.func(*args)


def _term(e: Term, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """A term is an unknown; its parts are brought to normal form, and bound variables named by place."""
    if isinstance(e, Binder):
        inner = given.under(e)
        body = _inside(e.body, inner)
        if isinstance(e, Sum) and S.Infinity not in e.outer:
            return _finite_sum(e, body, given, frozen)
        e = e.func(*(_inside(a, given) for a in e.outer), body, e.args[-1])
    elif not isinstance(e, Density) or e.args[0].args:
        e = e.func(*(_inside(a, given) for a in e.args))
    return _mark(canonical(e), frozen)


def _mark(e: Expr, frozen: dict[Expr, Dummy]) -> Expr:
    return frozen.setdefault(e, Dummy("t", real=True))


def _inside(a: Expr, given: Given) -> Expr:
    if isinstance(a, Binder) and isinstance(a.body, Distribution):
        return a
    if isinstance(a, Distribution) or not isinstance(a, Expr):
        return a.func(*(_inside(b, given) for b in a.args)) if a.args else a
    return normal(a, given)


def _finite_sum(e: Sum, body: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """Σ (c f + g) = c Σ f + Σ g, and Σ_{i=a}^{b} 1 = b − a + 1 for a − 1 ≤ b."""
    low, high = (normal(a, given) for a in e.outer)
    total = S.Zero
    for t in Add.make_args(body):
        constant, varying = t.as_independent(e.variable, as_Add=False)
        if varying == 1 and given.nonnegative(high - low + 1):
            part = high - low + 1
        else:
            part = _mark(canonical(Sum(low, high, varying, e.variable)), frozen)
        total += _atoms(constant, given, frozen) * part
    return total


