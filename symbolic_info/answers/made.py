"""The functions of answers, and how each is made of SymPy's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Add, Expr, Integer, Mul, Rational, S, log, oo
from sympy import functions as f

from ..language import bounds
from ..language.functions import zeta_derivative
from ..language.information import Grid
from ..language.operators import Sum
from .words import words

MAX_TERMS = 100
# Functions whose arguments, if they are numbers, are small: their values grow, or their evaluation never ends.
COMBINATORIAL = words("gamma loggamma factorial binomial beta logbeta digamma trigamma polygamma zeta besseli expint")


def _log(base: Any, a: Expr) -> Expr:
    if a == 0:
        raise ValueError("the logarithm of 0")
    return log(a) if base is None else log(a) / log(base)


def _gamma(order: Any, a: Expr) -> Expr:
    """Γ and its derivatives: Γ′ = Γ ψ, Γ″ = Γ (ψ² + ψ₁)."""
    if not order:
        return f.gamma(a)
    if order == 1:
        return f.gamma(a) * f.polygamma(0, a)
    if order == 2:
        return f.gamma(a) * (f.polygamma(0, a) ** 2 + f.polygamma(1, a))
    raise ValueError("a derivative of Γ beyond the second")


def _diagonal(*entries: Expr) -> Expr:
    return Grid(*(tuple(a if i == j else S.Zero for j in range(len(entries))) for i, a in enumerate(entries)))


def _pow(a: Expr, b: Expr) -> Expr:
    return bounds.power(a, b)


def ranged(kind: Any, low: Expr, high: Expr, body: Expr, variable: Any) -> Expr:
    """A sum or a product from low to high: its terms where they are few, c (b − a + 1) for a constant."""
    if not body.has(variable) and kind is Sum and high.is_finite is not False:
        return body * (high - low + 1)
    if low.is_Integer and high.is_Integer:
        if high - low >= MAX_TERMS:
            raise bounds.TooLarge(f"more than {MAX_TERMS} terms")
        terms = [body.xreplace({variable: Integer(i)}) for i in range(int(low), int(high) + 1)]
        return Add(*terms) if kind is Sum else Mul(*terms)
    if (high.is_number and high != oo) or (low.is_number and not low.is_Integer):
        raise ValueError("a sum goes from a whole number to a whole number")
    return kind(low, high, body, variable)


# By name: how many arguments, and the function.
FUNCTIONS: dict[str, tuple[tuple[int, ...], Callable[..., Any]]] = {
    "log": ((1, 2), log), "lg": ((1,), lambda a: log(a) / log(2)), "log2": ((1,), lambda a: log(a) / log(2)),
    "log10": ((1,), lambda a: log(a) / log(10)), "log1p": ((1,), lambda a: log(1 + a)), "exp": ((1,), f.exp),
    "sqrt": ((1,), lambda a: bounds.power(a, S.Half)), "cbrt": ((1,), lambda a: bounds.power(a, Rational(1, 3))),
    "abs": ((1,), f.Abs), "gamma": ((1,), f.gamma), "loggamma": ((1,), f.loggamma),
    "digamma": ((1,), lambda a: f.polygamma(0, a)), "trigamma": ((1,), lambda a: f.polygamma(1, a)),
    "polygamma": ((1, 2), f.polygamma), "beta": ((2,), f.beta), "zeta": ((1, 2), f.zeta),
    "logbeta": ((2,), lambda a, b: log(f.beta(a, b))), "erf": ((1,), f.erf), "erfc": ((1,), f.erfc),
    "factorial": ((1,), f.factorial), "binomial": ((2,), f.binomial), "sin": ((1,), f.sin), "cos": ((1,), f.cos),
    "tan": ((1,), f.tan), "sinh": ((1,), f.sinh), "cosh": ((1,), f.cosh), "tanh": ((1,), f.tanh),
    "atan": ((1,), f.atan), "asin": ((1,), f.asin), "expint": ((1, 2), f.expint), "besseli": ((1, 2), f.besseli),
    "min": ((2, 3, 4), f.Min), "max": ((2, 3, 4), f.Max), "frac": ((1, 2), lambda a, b=S.One: a / b),
    "ident": ((1,), lambda a: a), "pow": ((2,), _pow), "diag": ((), _diagonal),
}  # fmt: skip
# Those that come with an order or a base: ψ₁, I₀, Γ′, log₂.
ORDERED: dict[str, Callable[..., Any]] = {
    "log": lambda base, *a: _log(base if len(a) == 1 else a[1], a[0]),
    "gamma": _gamma,
    "zeta": lambda n, *a: f.zeta(*a) if not n else zeta_derivative(Integer(n), *a),
    "digamma": lambda n, a: f.polygamma(n or 0, a),
    "polygamma": lambda n, *a: f.polygamma(*((n, *a) if n is not None else a)),
    "besseli": lambda n, *a: f.besseli(*((n, *a) if n is not None else a)),
    "expint": lambda n, *a: f.expint(*((n, *a) if n is not None else a)),
}
