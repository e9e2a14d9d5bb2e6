"""Facts that no law satisfies, and facts that only constants satisfy."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .atoms import Vector, added
from .columns import index_of
from .linear import NUMBER, sign_of
from .problem import constant_of, problem
from .program import solve
from .quotient import Contradiction, space_of
from .search import approximated
from .statement import Constant, Fact, Side, Statement, order_of


def contradiction(facts: Sequence[Fact]) -> tuple[str, int] | None:
    """What contradictory facts force to be true of constants, and the number of the last fact that does so.

    Facts without constants are satisfied by variables that are constant, so they never contradict each other.
    """
    constants = [f for f in facts if isinstance(f, Statement) and f.gap.constant]
    if not constants:
        return None
    given = problem(facts, order_of(tuple(facts)))
    try:
        space = space_of(given)
        bounds = [space.reduce(v) for v, _ in given.bounds]
        columns = [*(c.vector for c in index_of(space).values()), *bounds]
    except Contradiction as why:
        last = max(i for i, f in enumerate(facts) if f in constants)
        return f"{_written(constant_of(why.constant))} = 0", last
    found = solve({-NUMBER: Fraction(-1)}, [approximated(c) for c in columns])
    if found is None:
        return None
    total: Vector = {}
    for i, x in found.items():
        added(total, x / max(found.values()), columns[i])
    if any(k > 0 for k in total) or sign_of(constant_of(total)) >= 0:
        return None
    first = len(columns) - len(bounds)
    last = max(given.bounds[i - first][1] if i >= first else -1 for i in found)
    return f"{_written(constant_of(total))} >= 0", max(last, *(k for _, k in given.equations), 0)


def _written(constant: dict[int, Fraction]) -> str:
    parts = sorted(constant.items())
    return str(
        Side(tuple((c, Constant(Fraction(p))) if p != NUMBER else (c, Constant(Fraction(1), False)) for p, c in parts))
    )


def forced(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The variables that the facts, taken together, force to be constant, although none of them says so."""
    names = order_of(tuple(facts))
    given = problem(facts, names)
    if not given.functions and not given.equations:
        return ()
    space = space_of(given)
    said = space.close(0)
    bits = [(v, 1 << i) for i, v in enumerate(names)]
    return tuple(v for v, bit in bits if not bit & said and not space.reduce({bit: Fraction(1)}))
