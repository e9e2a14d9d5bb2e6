"""Functions treated as if they were others, or as if they were linear."""

from __future__ import annotations

from typing import Any

from sympy import Add, Expr, Mul, Pow, log
from sympy import functions as f

from .kind import is_small, mistake


@mistake(rank=28)
def log_of_mean(part: f.polygamma) -> Any:
    """The mean of the logarithm was taken for the logarithm of the mean: the mean of log X is no logarithm here."""
    order, u = part.args
    return log(u) if order == 0 else None


@mistake("log-of-mean", rank=28)
def logs_of_means(value: Expr) -> Any:
    """The mean of the logarithm was taken for the logarithm of the mean: the mean of log X is no logarithm here."""
    put = {e: log(e.args[1]) for e in value.atoms(f.polygamma) if e.args[0] == 0}
    return value.xreplace(put) if len(put) > 1 else None


@mistake(rank=28)
def digamma_for_log(part: f.log) -> Any:
    """A digamma function stands where the logarithm itself belongs: mind the difference of log E[X] and E[log X]."""
    return f.digamma(part.args[0]) if is_small(part.args[0]) else None


@mistake(rank=28)
def gamma_for_its_logarithm(part: f.loggamma) -> Any:
    """The gamma function stands where its logarithm belongs."""
    return f.gamma(part.args[0])


@mistake(rank=29)
def log_split_over_sum(part: f.log) -> Any:
    """The logarithm of a sum or difference is not the sum or difference of the logarithms."""
    inside = part.args[0]
    if not inside.is_Add or inside.as_coeff_Add()[0] in (1, -1):
        return None
    signs = [(-1 if t.could_extract_minus_sign() else 1, t) for t in inside.args]
    return Add(*(s * log(s * t) for s, t in signs))


@mistake(rank=29)
def square_split_over_sum(part: Pow) -> Any:
    """The square of a sum is not the sum of the squares: the product in the middle is missing."""
    base, n = part.args
    if not base.is_Add or n not in (2, -2):
        return None
    squares = [t**2 for t in base.args]
    signs = [-1 if t.could_extract_minus_sign() else 1 for t in base.args]
    return [Add(*squares) ** (n / 2), Add(*(s * q for s, q in zip(signs, squares, strict=True))) ** (n / 2)]


@mistake(rank=29)
def power_of_log(part: f.log) -> Any:
    """The power belongs inside the logarithm: log(x²) is 2 log x, and (log x)² is something else."""
    inside = part.args[0]
    return log(inside.base) ** inside.exp if inside.is_Pow else None


@mistake("logarithm-forgotten", rank=38)
def logarithm_lost(part: f.log) -> Any:
    """A logarithm is missing: look again at {}."""
    return [(part.args[0], part)]


@mistake(rank=38)
def product_for_sum(part: f.log) -> Any:
    """The logarithm of a product is the sum of the logarithms, not their product."""
    inside = part.args[0]
    return Mul(*(log(a) for a in inside.args)) if inside.is_Mul else None
