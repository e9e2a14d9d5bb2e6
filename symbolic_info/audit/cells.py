"""Laws with finitely many points: their probabilities, listed."""

from __future__ import annotations

from itertools import product
from typing import Any

from sympy import Expr, S, exp

from ..language.images import Image
from ..language.marginals import Conditional, Marginal, ProductLaw
from ..language.models import Mixture
from ..language.support import Points
from .numbers import CannotEvaluate


def _grid(law: ProductLaw) -> Any:
    return product(*(m.cells for m in law.marginals))


def cells_of(law: Any) -> dict[tuple[Expr, ...], Expr] | None:
    """Probability by point, for a law that lists them."""
    if isinstance(law, ProductLaw) and hasattr(law.law, "cells"):
        parts = [m.cells for m in law.marginals]
        return {
            tuple(c for k in keys for c in k): _times(d[k] for d, k in zip(parts, keys, strict=True))
            for keys in _grid(law)
        }
    if isinstance(law, Marginal | Conditional) and not hasattr(law.law, "cells"):
        return None
    if isinstance(law, Conditional):
        return _conditional(law)
    if isinstance(law, Mixture):
        return _mixed(law)
    if isinstance(law, Image) and isinstance(law.law.support, Points):
        inner = cells_of(law.law) or {p: exp(law.law.log_density(*p)) for p in law.law.support.points}
        return {(law.map.at(*k),): p for k, p in inner.items()}
    if type(law).__name__ == "Categorical":
        return {(S(i),): p for i, p in enumerate(law.args, 1)}
    found: dict[tuple[Expr, ...], Expr] | None = getattr(law, "cells", None)
    return found


def _conditional(law: Conditional) -> dict[tuple[Expr, ...], Expr] | None:
    """p(x, y)/p(y) at the given values; nothing where these are not numbers."""
    if not all(v.is_number for v in law.args[3]):
        return None
    of, given = ([law.law.coordinates.index(c) for c in names] for names in law.args[1:3])
    rows = {k: p for k, p in law.law.cells.items() if tuple(k[i] for i in given) == tuple(law.args[3])}
    whole = sum(rows.values(), S.Zero)
    if whole == 0:
        raise CannotEvaluate(f"{law} is given something impossible")
    return {tuple(k[i] for i in of): p / whole for k, p in rows.items()}


def _mixed(law: Mixture) -> dict[tuple[Expr, ...], Expr] | None:
    """(1 − t) p + t r, point by point."""
    parts = [cells_of(law.first), cells_of(law.second)]
    if any(p is None for p in parts):
        return None
    first, second = (p or {} for p in parts)
    t = law.weight
    return {k: (1 - t) * first.get(k, S.Zero) + t * second.get(k, S.Zero) for k in {**first, **second}}


def _times(factors: Any) -> Expr:
    made = S.One
    for f in factors:
        made *= f
    return made
