"""Certain enclosures: balls that rest on no estimate of convergence, only on interval arithmetic."""

from __future__ import annotations

from typing import Any

from flint import acb, arb, ctx
from sympy import Expr, Symbol, exp

from ..exact.ball import enclose
from ..language.binder import Term
from ..language.operators import Integral, Product, Sum, Total
from ..language.support import Integers, Interval, Points
from ..language.terms import (
    KL,
    ConditionalEntropy,
    CrossEntropy,
    Density,
    Entropy,
    Expectation,
    Measured,
    MutualInformation,
    SelfInformation,
    Variance,
)
from .laws import log_density, support_of
from .numbers import CannotEvaluate, Numbers
from .numeric import numbers

_MEANS = (Entropy, CrossEntropy, KL, Expectation, Variance, Total, ConditionalEntropy, MutualInformation)
_PLAIN = (SelfInformation, Measured, Density, Product)


def enclosure(e: Expr, bits: int = 192) -> arb | None:
    """A ball that certainly contains the constant e, or None where none is known.

    Closed forms; definitions that are finite sums; integrals of entire functions over finite intervals.
    """
    made = enclose(e, bits)
    if made is not None or not e.atoms(Term):
        return made
    at = numbers(int(bits / 3.33))
    try:
        with ctx.workprec(bits):
            plain = all(_is_finite_sum(t, at) for t in e.atoms(Term))
            found = at.of(e) if plain else _integrated(e, at)
    except CannotEvaluate:
        return None
    return found if found is not None and found.is_finite() else None


def _is_finite_sum(term: Any, at: Numbers) -> bool:
    if isinstance(term, _PLAIN):
        return True
    if isinstance(term, Sum):
        return not term.outer[1].is_infinite
    if not isinstance(term, _MEANS):
        return False
    support = support_of(term.args[0], at)
    return isinstance(support, Points) or (isinstance(support, Integers) and not support.high.is_infinite)


def _integrated(e: Any, at: Numbers) -> arb | None:
    """One integral of an entire function over a finite interval: the density, or the integrand, written out."""
    x = Symbol("x", real=True)
    if isinstance(e, Integral):
        (low, high), body = e.outer, e.body.xreplace({e.variable: x})
    elif isinstance(e, Entropy | CrossEntropy | KL | Expectation):
        law = e.args[0]
        support = support_of(law, at)
        other = support_of(e.args[1], at) if isinstance(e, CrossEntropy | KL) else support
        if not isinstance(support, Interval) or not isinstance(other, Interval):
            return None
        own = log_density(law, (x,))
        low, high = support.low, support.high
        body = exp(own) * _inside(e, own, x)
        if not (other.low <= low) or not (high <= other.high):
            return None
    else:
        return None
    if low.is_infinite or high.is_infinite or not _entire(body, x):
        return None
    f = at.function(body, (x,))
    made = acb.integral(lambda z, _: acb(f((z,))), at.of(low), at.of(high))
    return made.real if made.imag.contains(0) else None


def _inside(e: Any, own: Expr, x: Symbol) -> Any:
    if isinstance(e, Expectation):
        return e.at(x)
    other = log_density(e.args[1], (x,)) if len(e.args) > 1 else own
    return own - other if isinstance(e, KL) else -other


def _entire(e: Any, x: Symbol) -> bool:
    """A polynomial in x and exponentials of such."""
    if not e.has(x) or e == x:
        return True
    if e.is_Add or e.is_Mul or isinstance(e, exp):
        return all(_entire(a, x) for a in e.args)
    return bool(e.is_Pow and e.exp.is_Integer and e.exp > 0 and _entire(e.base, x))
