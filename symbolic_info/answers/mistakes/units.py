"""The wrong unit, that is the wrong base of the logarithm."""

from __future__ import annotations

from typing import Any

from sympy import Dummy, Expr, Mul, S, log, loggamma
from sympy import functions as f

from .kind import mistake

BASES = (log(2), log(10))


@mistake("wrong-unit", rank=0)
def another_unit(value: Expr) -> Any:
    """This has the wrong unit: mind the base of the logarithm (nats go with base e, bits with base 2)."""
    return [made for size in BASES for made in (value / size, value * size)]


@mistake("wrong-unit", rank=0)
def another_base_of_the_logarithms(value: Expr) -> Any:
    """The logarithms have the wrong base here, while the other terms are in the right unit."""
    whole = {1 / size: Dummy() for size in BASES}  # those that say the unit already
    back = {mark: e for e, mark in whole.items()}
    for size in BASES:
        for factor in (1 / size, size):
            for put in ({}, whole):
                inside = value.xreplace(put).replace(_is_logarithm, lambda e, c=factor: c * e)
                if inside != value.xreplace(put):
                    yield inside.xreplace(back)


@mistake("wrong-unit", rank=0)
def one_of_two_units(value: Expr) -> Any:
    """Two units are mixed here: one fair bit is log 2 nats, and a logarithm has one base throughout."""
    return [made for size in BASES if (made := value.xreplace({size: S.One})) != value]


def _is_logarithm(e: Expr) -> bool:
    return isinstance(e, f.log | loggamma)


@mistake("wrong-unit", rank=29)
def one_logarithm_in_another_base(part: Mul) -> Any:
    """One of the logarithms has another base than the rest: look again at {}."""
    return [(part * size, part) for size in BASES if 1 / size in part.args]


@mistake("wrong-unit", rank=33)
def one_logarithm_in_base_two(part: f.log) -> Any:
    """One of the logarithms has another base than the rest: look again at {}."""
    return [(part / size, part) for size in BASES] if part not in BASES else None
