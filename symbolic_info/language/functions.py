"""The constants and functions that plain mathematics may use in text: the closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from sympy import EulerGamma, Expr, S, oo, pi
from sympy import functions as f

from .bounds import power

CONSTANTS: dict[str, Expr] = {"pi": pi, "EulerGamma": EulerGamma, "oo": oo}
FUNCTIONS: dict[str, tuple[int, Callable[..., Expr]]] = {
    "log": (1, f.log),
    "ln": (1, f.log),
    "exp": (1, f.exp),
    "sqrt": (1, lambda a: power(a, S.Half)),
    "abs": (1, f.Abs),
    "gamma": (1, f.gamma),
    "loggamma": (1, f.loggamma),
    "digamma": (1, lambda a: f.polygamma(0, a)),
    "polygamma": (2, f.polygamma),
    "beta": (2, f.beta),
    "zeta": (1, f.zeta),
    "factorial": (1, f.factorial),
    "binomial": (2, f.binomial),
    "erf": (1, f.erf),
    "erfc": (1, f.erfc),
}

# Those whose arguments are whole numbers, and positive numbers; all of these grow fast.
WHOLE = {"factorial", "binomial"}
POSITIVE = {"gamma", "loggamma", "digamma", "polygamma", "beta", "zeta"}


def nearest(name: str, names: Iterable[str]) -> str:
    """The name that is most alike, or nothing."""
    spelled = {n.lower(): n for n in names}
    close = get_close_matches(name.lower()[:60], spelled, n=1)
    return spelled[close[0]] if close else ""


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """A suggestion for a name that is not known, or nothing."""
    close = nearest(name, names)
    return f"; did you mean {close}?" if close else ""
