"""An exact simplex method for small programs: non-negative rational multipliers of columns that make a target."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .atoms import Vector

MOST_PIVOTS = 400


def multipliers(
    target: Vector, columns: Sequence[Vector], free: Sequence[Vector] = (), costs: Sequence[int] | None = None
) -> dict[int, Fraction] | None:
    """x ≥ 0 and any y with Σ x_i columns_i + Σ y_j free_j = target, of least cost; None if there are none.

    The answer has the x_i and y_j that are not zero; those of `free` are counted on from those of `columns`.
    """
    rows = sorted({k for v in (target, *columns, *free) for k in v})
    split = [*columns, *free, *({k: -v for k, v in f.items()} for f in free)]
    price = [*(costs or [1] * len(columns)), *([1] * (2 * len(free)))]
    signs = {k: -1 if target.get(k, 0) < 0 else 1 for k in rows}
    table = [[Fraction(signs[k]) * v.get(k, 0) for v in split] + [Fraction(signs[k]) * target.get(k, 0)] for k in rows]
    basis: list[int | None] = [None] * len(rows)  # None is an artificial variable of the row
    if not _minimise(table, basis, _infeasibility(table)):
        return None
    if any(b is None and row[-1] != 0 for b, row in zip(basis, table, strict=True)):
        return None
    table, basis = _without_artificials(table, basis)
    _minimise(table, basis, _reduced_costs(table, basis, price))
    n, m = len(columns), len(free)
    found: dict[int, Fraction] = {}
    for b, row in zip(basis, table, strict=True):
        if b is not None and row[-1] != 0:
            index, sign = (b - m, -1) if b >= n + m else (b, 1)
            found[index] = found.get(index, Fraction(0)) + sign * row[-1]
    return found


def _infeasibility(table: list[list[Fraction]]) -> list[Fraction]:
    """The reduced costs of the first phase: the sum of the artificial variables."""
    return [-sum((row[j] for row in table), Fraction(0)) for j in range(len(table[0]))] if table else []


def _reduced_costs(
    table: list[list[Fraction]], basis: list[int | None], price: Sequence[int]
) -> list[Fraction]:
    if not table:
        return []
    costs = [Fraction(p) for p in price] + [Fraction(0)]
    for b, row in zip(basis, table, strict=True):
        if b is not None and price[b]:
            costs = [c - price[b] * v for c, v in zip(costs, row, strict=True)]
    return costs


def _minimise(table: list[list[Fraction]], basis: list[int | None], costs: list[Fraction]) -> bool:
    """Pivot until no cost is negative; whether that was reached within the allowed number of pivots."""
    for count in range(MOST_PIVOTS):
        negative = [j for j, c in enumerate(costs[:-1]) if c < 0]
        if not negative:
            return True
        # the steepest column first; later the first one, which never goes round in circles (Bland 1977)
        j = min(negative, key=lambda k: costs[k]) if count < MOST_PIVOTS // 4 else negative[0]
        rows = [i for i, row in enumerate(table) if row[j] > 0]
        if not rows:
            return False
        i = min(rows, key=lambda k: (table[k][-1] / table[k][j], -1 if basis[k] is None else basis[k]))
        _pivot(table, i, j)
        factor = costs[j]
        costs[:] = [c - factor * v if v else c for c, v in zip(costs, table[i], strict=True)]
        basis[i] = j
    return False


def _pivot(table: list[list[Fraction]], i: int, j: int) -> None:
    head = table[i][j]
    table[i] = pivot = [v / head if v else v for v in table[i]]
    support = [k for k, v in enumerate(pivot) if v]
    for k, row in enumerate(table):
        factor = row[j]
        if k != i and factor:
            for s in support:
                row[s] -= factor * pivot[s]


def _without_artificials(
    table: list[list[Fraction]], basis: list[int | None]
) -> tuple[list[list[Fraction]], list[int | None]]:
    """Artificial variables that stand at zero leave the basis, or their rows say nothing and go."""
    kept: list[int] = []
    for i in range(len(table)):
        if basis[i] is None:
            j = next((j for j, v in enumerate(table[i][:-1]) if v and j not in basis), None)
            if j is None:
                continue
            _pivot(table, i, j)
            basis[i] = j
        kept.append(i)
    return [table[i] for i in kept], [basis[i] for i in kept]
