"""The whole answer is off: its sign, a factor, its complement, a root."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Integer, exp, sqrt

from ...language.terms import KL, CrossEntropy, Entropy
from .kind import is_small, mistake


@mistake("sign")
def opposite(value: Expr) -> Any:
    """The sign is wrong: the answer is the negative of what it should be."""
    return -value


@mistake(rank=23)
def complement(value: Expr, asked: Any) -> Any:
    """This is the complement: one minus what was asked for."""
    return None if isinstance(asked, Entropy | CrossEntropy | KL) else 1 - value


@mistake("missing-power", rank=24)
def root_or_square(value: Expr) -> Any:
    """A square or a root is missing, or there is one too many."""
    return [value**2] if value.is_negative else [value**2, sqrt(value)]


@mistake(rank=25)
def reciprocal(value: Expr) -> Any:
    """This is one over what was asked for."""
    return None if value == 0 else 1 / value


@mistake(rank=26)
def exponentiated(value: Expr) -> Any:
    """This is the exponential of what was asked for, as of a perplexity: the logarithm is missing."""
    return [exp(value), exp(-value), *([2**value, 2**-value] if is_small(value) else [])]


@mistake("extra-factor", rank=40)
def a_factor_too_many(value: Expr) -> Any:
    """The whole answer is too large or too small by a constant factor, such as 2."""
    return [c * value for c in (Integer(2), Integer(4), 1 / Integer(2), 1 / Integer(4))]


@mistake("missing-factor", rank=40)
def a_parameter_as_a_factor(value: Expr) -> Any:
    """The whole answer lacks a factor, or a division: by {}."""
    names = sorted(value.free_symbols, key=str)
    return [(made, s) for s in names for made in (value * s, value / s)]
