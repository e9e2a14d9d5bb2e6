"""Coordinates that are independent under a law of several real variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations
from typing import Any

from sympy import Expr, Matrix, S, factor, log, oo, sqrt

from ..language.support import Cone, Simplex
from .numbers import CannotEvaluate

Ends = tuple[Expr, Expr]
NORMAL, UNIT, HALF = (-oo, oo), (S.Zero, S.One), (S.Zero, oo)


@dataclass(frozen=True)
class Chart:
    """The ends of each coordinate (on a whole line it is a standard normal one), and the point that belongs to them."""

    ends: tuple[Ends, ...]
    point: Callable[[Sequence[Expr]], Sequence[Expr]]

    def stretch(self, u: Sequence[Expr]) -> Expr:
        """The logarithm of the factor by which the map from the coordinates stretches volumes."""
        slope = factor(Matrix(self.point(u)).jacobian(list(u)).det())
        return log(-slope if slope.xreplace(dict.fromkeys(u, S.Half)).is_negative else slope)


def charts_of(law: Any) -> Iterator[Chart]:
    """Coordinates that are independent under the law."""
    size = law.support.dimension
    if hasattr(law, "moments"):
        mean, covariance = law.moments()
        root = covariance.cholesky(hermitian=False)
        yield Chart((NORMAL,) * size, lambda u: tuple(mean + root * Matrix(u)))
    elif isinstance(law.support, Simplex):
        yield from (Chart((UNIT,) * size, partial(_sticks, order)) for order in permutations(range(size)))
    elif isinstance(law.support, Cone):
        yield Chart((HALF, NORMAL, HALF), partial(_product_of_triangles, *law.rows))
    else:
        raise CannotEvaluate(f"no independent coordinates of {law} are known")


def _product_of_triangles(first: Sequence[Expr], second: Sequence[Expr], u: Sequence[Expr]) -> tuple[Expr, ...]:
    """X = T Tᵀ with a triangular T, from V = L D Lᵀ: T = L A with independent entries of A (Bartlett)."""
    a, b, c = u
    slope = second[0] / first[0]
    low = slope * a + sqrt(second[1] - slope * first[1]) * b
    return a**2, a * low, low**2 + c**2


def _sticks(order: Sequence[int], u: Sequence[Expr]) -> tuple[Expr, ...]:
    """A stick is broken, in some order of the pieces: each coordinate is the share of what is left."""
    left, made = S.One, {}
    for place, share in zip(order, u, strict=True):
        made[place] = left * share
        left = left * (1 - share)
    return tuple(made[place] for place in sorted(order))
