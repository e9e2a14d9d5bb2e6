"""Whether an expectation diverges, in numbers: its integrand is followed to the ends of the support."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import arb, ctx
from sympy import Dummy, Expr, S, exp, oo

from ..language.information import Renyi, RenyiDivergence
from ..language.support import Integers, Interval
from ..language.terms import KL, CrossEntropy, Expectation, Variance
from .laws import log_density, support_of
from .numbers import CannotEvaluate, Numbers

FAR = tuple(2**k for k in (16, 32, 64, 256, 1024))  # how far one goes, as long as there is a number
SLACK = 0.1  # by how much the logarithm of t·f(t)·p(t) may fall between two places where in the limit it does not


def endless(e: Expr, numbers: Numbers) -> arb | None:
    """±∞ if the integral that defines e diverges at an end of the support, always with one sign; None if not.

    At an end, where x = ±t or x = end ± 1/t, the integral of g dt diverges if t·g does not fall.
    """
    law, body, factor = _parts(e)
    if law is None:
        return None
    with ctx.workprec(numbers.bits):
        signs = {sign for point, side in _ends(law, numbers) if (sign := _sign(law, body, point, side, numbers)) != 0}
    if len(signs) != 1:
        return None
    return arb.pos_inf() * signs.pop() * numbers.of(factor)


def _parts(e: Expr) -> tuple[Any, Callable[[Any], Expr], Expr]:
    """The law and the function whose expectation is meant, and the factor of its logarithm, if it has one."""
    *order, law, other = (None, None, *e.args)[-3 if isinstance(e, RenyiDivergence) else -2 :]

    def log_ratio(x: Any) -> Expr:
        return log_density(law, (x,)) - log_density(other, (x,))

    if isinstance(e, Expectation) and len(e.variables) == 1:
        return e.law, lambda x: e.at(x), S.One
    if isinstance(e, Variance):
        return other, lambda x: x**2, S.One
    if isinstance(e, CrossEntropy):
        return law, lambda x: -log_density(other, (x,)), S.One
    if isinstance(e, KL):
        return law, log_ratio, S.One
    if isinstance(e, RenyiDivergence):
        return law, lambda x: exp((order[0] - 1) * log_ratio(x)), 1 / (order[0] - 1)
    if isinstance(e, Renyi):
        return other, lambda x: exp((law - 1) * log_density(other, (x,))), 1 / (1 - law)
    return None, lambda x: x, S.One


def _ends(law: Any, numbers: Numbers) -> list[tuple[Expr, int]]:
    """The ends, and from which side one comes."""
    support = support_of(law, numbers)
    if isinstance(support, Interval):
        return [(support.low, 1), (support.high, -1)]
    return [(oo, -1)] if isinstance(support, Integers) and support.high == oo else []


def _sign(law: Any, body: Callable[[Any], Expr], point: Expr, side: int, numbers: Numbers) -> int:
    """The sign of f near an end, if t·f(t)·p(t) does not fall there; else 0."""
    far = point.is_infinite
    t = Dummy("t", positive=True, integer=True if isinstance(law.support, Integers) else None)
    x = (-side * t) if far else point + side / t
    try:
        f = numbers.function(body(x), (t,))
        log_p = numbers.function(log_density(law, (x,)), (t,))
        values = [f((at,)) for at in map(arb, FAR)]
        heights = [abs(v).log() + log_p((at,)) + (at.log() if far else -at.log())
                   for v, at in zip(values, map(arb, FAR), strict=True)]  # fmt: skip
    except (CannotEvaluate, ValueError, ZeroDivisionError):
        return 0
    known = [(v, h) for v, h in zip(values, heights, strict=True) if h.is_finite() and h.rad() < SLACK / 4][-2:]
    slow = len(known) == 2 and known[1][1] - known[0][1] > -SLACK
    signs = {1 if v > 0 else -1 if v < 0 else 0 for v, _ in known}
    return signs.pop() if slow and len(signs) == 1 else 0
