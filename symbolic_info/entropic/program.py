"""Which non-negative quantities a proof needs: a linear program, in floating point where HiGHS is installed.

What comes out is exact either way: floating point only chooses columns, and the multipliers are then
found in rational numbers, so that a wrong choice gives no proof and never a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from flint import fmpq, fmpq_mat

from .atoms import Vector
from .simplex import multipliers

EXACT_SIZE = 900  # cells of a table up to which the exact method alone is as fast
LARGEST_EXACT = 20_000  # cells of a table up to which it is tried where floating point went astray
NEAR = 1e-7


def solve(
    target: Vector, columns: Sequence[Vector], free: Sequence[Vector] = (), costs: Sequence[int] | None = None
) -> dict[int, Fraction] | None:
    """x ≥ 0 and any y with Σ x_i columns_i + Σ y_j free_j = target, of least cost; as `multipliers` gives them."""
    rows = {k for v in (target, *columns, *free) for k in v}
    if any(k not in {r for v in (*columns, *free) for r in v} for k in target):
        return None
    cells = len(rows) * (len(columns) + 2 * len(free))
    if cells <= EXACT_SIZE or not has_highs():
        return multipliers(target, columns, free, costs) if cells <= LARGEST_EXACT else None
    chosen = _chosen(target, columns, free, costs)
    if chosen is None:
        return None
    every = [*columns, *free]
    found = _solved(target, [every[i] for i in chosen])
    if found is None or any(x < 0 for i, x in zip(chosen, found, strict=True) if i < len(columns)):
        return multipliers(target, columns, free, costs) if len(rows) * len(every) <= LARGEST_EXACT else None
    return {i: x for i, x in zip(chosen, found, strict=True) if x}


def _solved(target: Vector, columns: Sequence[Vector]) -> list[Fraction] | None:
    """The rational multipliers of independent columns that make the target, if there are any."""
    rows = sorted({k for v in (target, *columns) for k in v})
    entries = [_rational(v.get(k, 0)) for k in rows for v in (*columns, target)]
    reduced, rank = fmpq_mat(len(rows), len(columns) + 1, entries).rref()
    if rank != len(columns) or any(reduced[i, i] != 1 for i in range(rank)):
        return None
    return [Fraction(int(x.p), int(x.q)) for x in (reduced[i, len(columns)] for i in range(rank))]


def _rational(value: Fraction | int) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def has_highs() -> bool:
    """Whether HiGHS is installed, so that large programs can be solved."""
    return _highs() is not None


@cache
def _highs() -> Any:
    """HiGHS with numpy, where both are installed."""
    try:
        import highspy
        import numpy
    except ImportError:
        return None
    return highspy, numpy


def _chosen(
    target: Vector, columns: Sequence[Vector], free: Sequence[Vector], costs: Sequence[int] | None
) -> list[int] | None:
    """The columns that are not zero in a basic solution; None where there is no solution."""
    highspy, np = _highs()
    every = [*columns, *free]
    places = {k: i for i, k in enumerate(sorted({k for v in (target, *every) for k in v}))}
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(every), len(places)
    lp.col_cost_ = np.array([*(costs or [1] * len(columns)), *([0] * len(free))], dtype=float)
    lp.col_lower_ = np.array([0.0] * len(columns) + [-highspy.kHighsInf] * len(free))
    lp.col_upper_ = np.full(len(every), highspy.kHighsInf)
    wanted = np.array([float(target.get(k, 0)) for k in places])
    lp.row_lower_ = lp.row_upper_ = wanted
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.cumsum([0, *map(len, every)])
    lp.a_matrix_.index_ = np.array([places[k] for v in every for k in v])
    lp.a_matrix_.value_ = np.array([float(c) for v in every for c in v.values()])
    solver = highspy.Highs.__bases__[0]()  # the class itself prints a banner before it can be told not to
    for option, value in (("output_flag", False), ("threads", 1), ("solver", "simplex"), ("presolve", "off")):
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = solver.getSolution().col_value
    return [i for i, x in enumerate(values) if abs(x) > NEAR]
