"""Slips that are seen in what the student wrote: with one part of it put right, the answer is right."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from sympy import Add, Mul, Pow, log
from sympy import functions as f

from .kind import is_small, mistake


@mistake("sign", rank=50)
def sign_of_your_term(yours: Add) -> Any:
    """A sign is wrong: look again at {}."""
    return [(yours - 2 * t, t) for t in yours.args]


@mistake("missing-factor", rank=51)
def factor_of_your_term(yours: Add) -> Any:
    """A factor is missing: look again at what stands before {}."""
    factors = [*sorted(yours.free_symbols, key=str), *sorted(yours.atoms(Add) - {yours}, key=str)]
    some = [c for n in (1, 2) if n < len(yours.args) < 7 for c in combinations(yours.args, n)]
    return [(yours + (g - 1) * Add(*c), Add(*c)) for c in some for a in factors for g in (a, 1 / a)]


@mistake("extra-factor", rank=52)
def factor_in_your_term(yours: Mul) -> Any:
    """There is a factor too many: look again at {}."""
    return [(yours / a, a) for a in yours.args]


@mistake(rank=53)
def extra_term(yours: Add) -> Any:
    """There is a term too many: look again at {}."""
    return [(yours - t, t) for t in yours.args]


@mistake("inverted-ratio", rank=54)
def your_ratio(yours: f.log) -> Any:
    """A ratio is upside down under a logarithm: look again at {}."""
    return [(log(1 / yours.args[0]), yours)]


@mistake("missing-power", rank=55)
def power_of_your_base(yours: Pow) -> Any:
    """A power or a root is wrong: look again at {}."""
    return [(made, yours) for made in (yours**2, yours * yours.base, yours / yours.base)]


@mistake("missing-power", rank=55)
def power_of_your_sum(yours: Add) -> Any:
    """A power or a root is missing: look again at {}."""
    return [(yours**2, yours)]


@mistake("off-by-one", rank=56)
def your_argument(yours: f.gamma | f.loggamma | f.polygamma) -> Any:
    """The argument of a function is off by one: in {}."""
    *order, u = yours.args
    return [(yours.func(*order, u + c), yours) for c in (1, -1)]


@mistake("log-of-mean", rank=57)
def your_logarithm(yours: f.log) -> Any:
    """The mean of the logarithm was taken for the logarithm of the mean: look again at {}."""
    return [(f.digamma(yours.args[0]), yours)] if is_small(yours.args[0]) else None
