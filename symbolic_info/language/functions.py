"""The constants and functions that plain mathematics may use in text: the closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from sympy import Derivative, Dummy, EulerGamma, Expr, Function, S, Subs, Sum, Symbol, oo, pi
from sympy import functions as f

from .bounds import power


class zeta_derivative(Function):
    """ζ⁽ⁿ⁾(s) = (−1)ⁿ Σ_{k≥1} logⁿ(k) k^{−s} for s > 1 (DLMF 25.2.6): zeta_derivative(n, s).

    SymPy has no name for it; in SymPy's own syntax it is that sum.
    """

    @classmethod
    def eval(cls, n: Expr, s: Expr) -> Expr | None:
        return f.zeta(s) if n == 0 else None

    def fdiff(self, argindex: int = 2) -> Expr:
        n, s = self.args
        return zeta_derivative(n + 1, s)

    def _eval_rewrite_as_Sum(self, n: Expr, s: Expr, **_: Any) -> Expr:
        k = Dummy("k", integer=True, positive=True)
        return (-1) ** n * Sum(f.log(k) ** n * k**-s, (k, 1, oo))

    def _eval_evalf(self, prec: int) -> Expr:
        made: Expr = self.rewrite(Sum)._eval_evalf(prec)
        return made

    def _sympystr(self, printer: Any) -> str:
        n, s = self.args
        k = next(k for k in map(Symbol, "kjim") if k not in s.free_symbols)
        weight = f"log({k})" if n == 1 else f"log({k})**{n}"
        return f"({'-' if n % 2 else ''}Sum({weight}*{k}**({printer._print(-s)}), ({k}, 1, oo)))"

    def _marked(self, printer: Any, name: str, primes: str) -> str:
        n, s = self.args
        mark = primes[:1] * int(n) if n <= 2 else primes[1:].format(n)
        return str(printer.called(name + mark, s))

    def _unicode(self, printer: Any) -> str:
        return self._marked(printer, "ζ", "′⁽{}⁾")

    def _latex(self, printer: Any) -> str:
        return self._marked(printer, r"\zeta", "'^{{({})}}")


def differentiated(e: Expr, v: Symbol) -> Expr:
    """∂e/∂v, with the derivative of ζ, of which SymPy leaves a Derivative at a point, under its name."""

    def named(a: Any) -> Expr:
        if isinstance(a, Subs):
            return a.expr.xreplace(dict(zip(a.variables, a.point, strict=True)))
        return zeta_derivative(len(a.variables), *a.expr.args) if a.expr == f.zeta(a.variables[0]) else a

    made: Expr = e.diff(v).replace(lambda a: isinstance(a, Subs | Derivative), named)
    return made


def log_gammas(e: Expr) -> Expr | None:
    """log n! as log Γ(n + 1), log C(n, k) as log Γ(n + 1) − log Γ(k + 1) − log Γ(n − k + 1); None for others."""
    inside = e.args[0] if isinstance(e, f.log) else None
    if isinstance(inside, f.factorial):
        return f.loggamma(inside.args[0] + 1)
    if isinstance(inside, f.binomial):
        n, k = inside.args
        return f.loggamma(n + 1) - f.loggamma(k + 1) - f.loggamma(n - k + 1)
    return None


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

# What must be positive for these to be real and defined, or positive where they are defined for all real numbers.
POSITIVE_FOR: dict[Any, Callable[..., tuple[Expr, ...]]] = {
    f.log: lambda a: (a,),
    f.gamma: lambda a: (a,),
    f.loggamma: lambda a: (a,),
    f.polygamma: lambda n, a: (n + 1, a),
    f.beta: lambda a, b: (a, b),
    f.factorial: lambda n: (n + 1,),
    f.binomial: lambda n, k: (n + 1, k + 1, n - k + 1),
    f.zeta: lambda s, a=S.One: (s - 1, a),
    zeta_derivative: lambda n, s: (n, s - 1),
    f.expint: lambda n, a: (n + 1, a),
    f.besseli: lambda n, a: (n + 1, a),
    f.Min: lambda *parts: parts,
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
