"""The law of a transformed variable.  Each map is strictly monotone on the support, and says its inverse."""

from __future__ import annotations

from collections.abc import Callable

from sympy import Abs, Basic, Dummy, Expr, S, exp, log, sign

from .binder import sympify_basic, x
from .bounds import MAX_MAP_LEVELS, TooLarge, check_tower
from .distribution import Distribution
from .images import Image, image, scaled, shifted
from .joint import size_of
from .models import Independent
from .support import Integers, Interval, Points, Region


class NotMonotone(ValueError):
    """A map of a law that is not known to be increasing or decreasing on its support."""


def times(P: Distribution, a: Expr) -> Distribution:
    """The law of a·X."""
    if a == 0:
        raise NotMonotone("0 times a variable is a constant")
    return P if a == 1 else scaled(_shallow(P), a)


def plus(P: Distribution, b: Expr) -> Distribution:
    """The law of X + b."""
    return P if b == 0 else shifted(_shallow(P), b)


def powered(P: Distribution, n: Expr, sure: bool) -> Distribution:
    """The law of Xⁿ: any constant n ≠ 0 on the positive numbers, odd n > 0 anywhere."""
    if not n.is_number or not n.is_finite or n == 0:
        raise NotMonotone("the exponent of a variable must be a constant other than 0")
    if n == 1:
        return P
    if positive(P) or sure:
        return image(_shallow(P), x**n, x ** (1 / n))
    if n.is_Integer and n > 0 and n % 2:
        return image(_shallow(P), x**n, sign(x) * Abs(x) ** (1 / n))
    raise NotMonotone(f"the power {n} is not monotone unless the variable is positive")


def exponential(P: Distribution, sure: bool = False) -> Distribution:
    """The law of e^X, unless it is a tower of exponentials: its support has ends that no sign is known of in time."""
    if isinstance(P, Image):
        check_tower(P.map.body)
    return image(_shallow(P), exp(x), log(x))


def logarithm(P: Distribution, sure: bool = False) -> Distribution:
    """The law of log X, for a positive X."""
    if not positive(P) and not sure:
        raise NotMonotone("the logarithm of a variable that is not known to be positive")
    return image(_shallow(P), log(x), exp(x))


def _shallow(P: Distribution) -> Distribution:
    """The law, if it is of one variable and its map is not yet deep."""
    if isinstance(P, Image):  # of one variable already; its support, a limit at each end, is not asked for
        if _levels(P.map.body) > MAX_MAP_LEVELS:
            raise TooLarge(f"a function of a variable with more than {MAX_MAP_LEVELS} levels")
    elif size_of(P) != 1 or isinstance(P, Independent) or isinstance(P.support, Region):
        raise NotMonotone(f"{P} is a law of several variables")
    return P


def _levels(e: Basic) -> int:
    return 1 + max(map(_levels, e.args), default=0)


MAPS: dict[str, Callable[[Distribution, bool], Distribution]] = {
    "exp": exponential,
    "log": logarithm,
    "ln": logarithm,
    "sqrt": lambda P, sure: powered(P, S.Half, sure),
}


def positive(P: Distribution) -> bool:
    """Whether a variable with this law is certainly positive."""
    if isinstance(P, Image):
        inside = Dummy("x", real=True, positive=positive(P.law) or None)
        return bool(P.map.at(inside).is_positive)
    support = P.support
    if isinstance(support, Interval):
        return bool(sympify_basic(support.low).is_nonnegative)
    if isinstance(support, Integers):
        return bool(sympify_basic(support.low).is_positive)
    return isinstance(support, Points) and all(sympify_basic(p).is_positive for point in support.points for p in point)
