"""Factorials and binomial coefficients under logarithms, kept as a person would write them.  Untrusted."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Contains, Expr, S, Symbol, factorial, log, loggamma
from sympy import functions as f

from ..exact.given import Given
from ..exact.zero import normal

COUNTS = (f.factorial, f.binomial, f.loggamma)


def counted(terms: Iterable[Expr], variables: tuple[Symbol, ...], given: Given) -> list[Expr]:
    """The terms of a body; log x! + log C(n, x) and the like by their log-gamma functions, where these are fewer."""
    counts = [t for t in terms if any(a.has(*variables) for a in t.atoms(*COUNTS))]
    flat = Add.make_args(normal(Add(*counts), given)) if counts else ()
    fewer = [t for t in flat if t.has(*variables)]
    if not flat or len(fewer) >= len(counts):
        return list(terms)
    return [*(t for t in terms if t not in counts), *(_as_factorial(t, given) for t in flat)]


def _as_factorial(t: Expr, given: Given) -> Expr:
    """log Γ(u + 1) is log u! for a whole number u."""
    return t.replace(
        lambda a: isinstance(a, loggamma) and given.proves(Contains(a.args[0], S.Integers)),
        lambda a: log(factorial(a.args[0] - 1)),
    )


def factorials(logs: dict[Expr, Expr], others: dict[Expr, Expr]) -> None:
    """c log Γ(n) + (c + k) log n is c log n! + k log n, for whole n; else c log Γ(a) + c log a is c log Γ(a + 1)."""
    for parts, gamma in ((logs, lambda a: log(f.gamma(a))), (others, f.loggamma)):
        for head, c in list(logs.items()):
            a = head.args[0]
            extra = (c - parts[gamma(a)]).cancel() if isinstance(head, log) and gamma(a) in parts else S.NaN
            if a.is_number or not (extra == 0 or (extra.is_Integer and a.is_integer)):
                continue
            (logs if a.is_integer else others)[log(f.factorial(a)) if a.is_integer else f.loggamma(a + 1)] = c - extra
            del logs[head], parts[gamma(a)]
            logs |= {head: extra} if extra != 0 else {}


def lowered(logs: dict[Expr, Expr], others: dict[Expr, Expr]) -> None:
    """log Γ(z + 1) − log(kz) for a number k is log Γ(z) − log k."""
    for head, c in list(others.items()):
        z = head.args[0] - 1 if isinstance(head, loggamma) else S.One
        for low in [] if z.is_number else list(logs):
            k = (low.args[0] / z).cancel()
            if k.is_Rational and k > 0 and (logs[low] + c).cancel() == 0:
                others[loggamma(z)] = others.get(loggamma(z), S.Zero) + others.pop(head)
                rest = logs.pop(low)
                if k != 1:
                    logs[log(k)] = logs.get(log(k), S.Zero) + rest
                break
