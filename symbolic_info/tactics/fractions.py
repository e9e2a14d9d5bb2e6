"""Fractions in textbook form: gathered by their denominators, squares kept together."""

from __future__ import annotations

from itertools import combinations

from sympy import Add, Dummy, Expr, Mul, Pow, S, factor, fraction
from sympy.polys import cancel, together

from ..language.models import Entry


def fractions(terms: list[Expr]) -> list[Expr]:
    """Terms gathered by their denominators, numerators with their squares kept together."""
    groups: dict[Expr, Expr] = {}
    for t in terms:
        top, bottom = fraction(t)
        number, symbolic = bottom.as_content_primitive() if bottom.is_Add else bottom.as_coeff_Mul()
        if (turned := (-symbolic).expand()) in groups:
            number, symbolic = -number, turned
        groups[symbolic] = groups.get(symbolic, S.Zero) + top / number
    made = []
    for bottom, top in groups.items():
        if bottom == 1:
            made += Add.make_args(squares(top, whole=False))
        elif bottom.is_Add:
            whole = factor(top / bottom)
            made += [whole] if not whole.is_Add else list(Add.make_args(whole))
        else:
            number, primitive = top.expand().as_content_primitive() if top.is_Add else (S.One, top)
            made.append(squares(primitive) / (bottom / number))
    return made


def _power(c: Expr) -> Expr:
    """g² + 2gh + h² as (g + h)²."""
    made = factor(c) if c.is_Add else c
    return made if made.is_Pow else c


def one_fraction(e: Expr) -> list[Expr]:
    """The terms of a sum of fractions, where sums stand under the line: over one denominator, in lowest terms."""
    broken = any(p.base.is_Add and p.exp.is_negative for p in e.atoms(Pow))
    top, bottom = fraction(cancel(together(e))) if broken and e.is_rational_function() else (e.expand(), S.One)
    return [t / bottom for t in Add.make_args(top)]


def squares(top: Expr, whole: bool = True) -> Expr:
    """A polynomial that symbols enter through their differences only, written in these: m² − 2mn + n² = (m − n)²."""
    if not top.is_Add:
        return top
    entries = top.atoms(Entry)
    names = top.free_symbols - {s for e in entries for s in e.free_symbols}
    reals = sorted((s for s in names | entries if s.is_positive is None), key=str)
    differences: dict[Expr, Expr] = {}
    rest = top
    for m, n in combinations(reals, 2):
        d = Dummy("d", real=True)
        moved = rest.xreplace({m: n + d}).expand() if rest.has(m) and rest.has(n) else S.Zero
        if moved.has(d) and not moved.has(n):
            rest, differences = moved, differences | {d: m - n}
    if not differences:
        made = factor(top) if whole else top
        return made if made.is_Mul or made.is_Pow else top
    grouped = rest.as_poly(*differences)
    if grouped is None:
        return top
    terms = [
        (c if any(powers) else _power(c)) * Mul(*(d**k for d, k in zip(differences, powers, strict=True)))
        for powers, c in grouped.terms()
    ]
    return Add(*(t.xreplace(differences) for t in terms))
