"""Charts: symbols under inequalities, written in parameters that are only positive or nonnegative.

Each relation that bounds a symbol replaces it (a < b makes b = a + u; 0 < p < 1 makes p = 1/(1 + u)),
so that every admissible point is reached, and a sum of positive terms in the parameters is positive
at all of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Basic, Dummy, Expr, Symbol

from .signs import NONNEGATIVE, NONZERO, POSITIVE, Gaps, Signs, signs_of

WANTED: dict[bool, Signs] = {True: POSITIVE, False: NONNEGATIVE}  # of a strict gap, and of another one


def charted(gaps: list[tuple[Expr, bool]], nonzero: Iterable[Expr]) -> tuple[dict[Basic, Expr], Gaps]:
    """A chart for `gap > 0` (strict) or `gap ≥ 0`, and the gaps that no parameter could express, in its terms.

    Which gap is used first decides how many can be expressed: the relations between symbols, or their bounds.
    """
    tries = [_charted(sorted(gaps, key=lambda g: (way * len(g[0].free_symbols), str(g[0])))) for way in (1, -1)]
    chart, rest = min(tries, key=lambda made: len(made[1]))
    free = (s for s in sorted(nonzero, key=str) if isinstance(s, Symbol) and s not in chart and s.is_nonzero is None)
    chart |= {s: Dummy(f"w_{s}", real=True, nonzero=True) for s in free}
    known = [(g, WANTED[strict]) for g, strict in rest] + [(s, NONZERO) for s in nonzero if not isinstance(s, Symbol)]
    return chart, tuple((g.xreplace(chart), signs) for g, signs in known)


def _charted(todo: list[tuple[Expr, bool]]) -> tuple[dict[Basic, Expr], list[tuple[Expr, bool]]]:
    chart: dict[Basic, Expr] = {}
    rest: list[tuple[Expr, bool]] = []
    while todo:
        gap, strict = todo.pop(0)
        here = gap.xreplace(chart).expand()
        if signs_of(here, ()) <= WANTED[strict]:
            continue
        solved = _solved(here, strict)
        if isinstance(solved, dict):
            chart = {k: v.xreplace(solved) for k, v in chart.items()} | solved
        elif solved is not None and (solved, True) not in rest:
            todo[:0] = [(solved, True), (gap, strict)]
            rest.append((solved, True))
        else:
            rest.append((gap, strict))
    return chart, [g for g in rest if not signs_of(g[0].xreplace(chart).expand(), ()) <= WANTED[g[1]]]


def _solved(gap: Expr, strict: bool) -> dict[Basic, Expr] | Expr | None:
    """An unknown of the gap, and its expression in a new parameter by which gap > 0 (or ≥ 0) always holds.

    Of c − a − b > 0 with positive a, b all unknowns: a = cu/(1 + u + v), b = cv/(1 + u + v).  Or a simpler gap,
    implied by this one, that must be used first: a + 2b < 1 with a > 0 implies 2b < 1.
    """
    own = {a: Dummy(f"u_{a}", positive=True) for a in sorted(gap.free_symbols, key=str) if a.is_positive}
    whole = gap + Add(*own)
    if strict and whole.is_Rational and whole > 0:
        return {a: whole * u / (1 + Add(*own.values())) for a, u in own.items()}
    above, implied = {"positive" if strict else "nonnegative": True}, None
    for a in sorted(gap.atoms(Symbol), key=lambda a: (a.is_positive or False, a.is_nonnegative or False, str(a))):
        slope = gap.coeff(a, 1)
        rest = (gap - slope * a).expand()
        if not slope.is_Rational or slope == 0 or rest.has(a) or a.is_nonpositive:
            continue
        bound, new = -rest / slope, Dummy(f"u_{a}", **above)  # named, so that the order of names is always the same
        if a.is_nonnegative is None or (slope > 0 and signs_of(bound, ()) <= NONNEGATIVE):
            return {a: bound + new / slope if slope > 0 else bound - new / abs(slope)}
        if slope < 0 and a.is_positive:
            if signs_of(bound, ()) == POSITIVE:
                return {a: bound / (1 + new)}
            implied = rest
    return implied


