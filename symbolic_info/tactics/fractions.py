"""Fractions in textbook form: gathered by their denominators, squares kept together."""

from __future__ import annotations

from itertools import combinations

from sympy import Add, Dummy, Expr, Function, Mul, Pow, S, factor, fraction
from sympy.polys import cancel, together

from ..exact.given import Given
from ..language.models import Entry


def fractions(terms: list[Expr], given: Given | None = None) -> list[Expr]:
    """Terms gathered by their denominators, numerators with their squares kept together."""
    given = given or Given()
    groups: dict[Expr, Expr] = {}
    for t in terms:
        top, bottom = fraction(oriented(t, given))
        number, symbolic = bottom.as_content_primitive() if bottom.is_Add else bottom.as_coeff_Mul()
        if (opposite := (-symbolic).expand()) in groups:
            number, symbolic = -number, opposite
        groups[symbolic] = groups.get(symbolic, S.Zero) + top / number
    made: list[Expr] = []
    for bottom, top in groups.items():
        whole, top = _apart(top, bottom)
        made += Add.make_args(whole) if whole != 0 else ()
        if bottom == 1:
            made += _halves(squares(top, whole=False))
        elif bottom.is_Add:
            whole = factor(top / bottom)
            made += [oriented(whole, given)] if not whole.is_Add else list(Add.make_args(whole))
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


def _halves(top: Expr) -> list[Expr]:
    """aβ/2 + bβ/2 as β(a + b)/2."""
    groups: dict[Expr, list[Expr]] = {}
    for t in Add.make_args(top):
        groups.setdefault(t.as_coeff_Mul()[0].q if t.as_coeff_Mul()[0].is_Rational else S.One, []).append(t)
    pairs = {q for q, own in groups.items() if q > 1 and len(own) == 2 and not any(t.is_number for t in own)}
    return [t for q, own in groups.items() for t in ([factor(Add(*own))] if q in pairs else own)]


def oriented(e: Expr, given: Given) -> Expr:
    """A product with the sums in it that are known to be negative turned round: 1/(b − a) rather than 1/(a − b)."""
    sign, made = turned(e, given)
    return e if made == e else Mul(sign, made, evaluate=not made.is_Add)


def turned(e: Expr, given: Given) -> tuple[Expr, Expr]:
    """A sign, and the product with all sums in it positive known to be negative; another sum takes the sign."""
    made, sign = [], S.One
    for part in Mul.make_args(e):
        base, k = part.as_base_exp()
        if base.is_Add and k.is_Integer and given.signs(base) == {-1}:
            part, sign = Pow((-base).expand(), k), sign * S.NegativeOne**k
        made.append(part)
    i = next((i for i, part in enumerate(made) if part.is_Add and given.signs(part) != {1}), None)
    if sign == -1 and i is not None:
        made[i], sign = (-made[i]).expand(), S.One
    return (sign, Mul(*made)) if sign != 1 or made != list(Mul.make_args(e)) else (S.One, e)


def bracketed(terms: list[Expr]) -> list[Expr]:
    """Terms with functions over the same sum as one bracket: (α − 1)(a log a − b log b)/(b − a)."""
    groups: dict[Expr, list[Expr]] = {}
    for t in terms:
        groups.setdefault(Mul(*_sums(fraction(t)[1])), []).append(t)
    made = groups.pop(S.One, [])
    for own in groups.values():
        if len(own) < 2 or not all(t.atoms(Function) for t in own):
            made += own
            continue
        tops, bottoms = ([set(filter(_plain, Mul.make_args(fraction(t)[i]))) for t in own] for i in (0, 1))
        front = Mul(*set.intersection(*tops)) / Mul(*set.intersection(*bottoms))
        made.append(Mul(front, Add(*(t / front for t in own)), evaluate=False))
    return made


def _plain(a: Expr) -> bool:
    return not a.atoms(Function) and not a.is_number


def _apart(top: Expr, bottom: Expr) -> tuple[Expr, Expr]:
    """What of a fraction has no functions and needs no sum below, such as (b² − a²)/(b − a); the rest of its top."""
    plain = Add(*(t for t in Add.make_args(top.expand()) if not t.atoms(Function)))
    if plain in (0, top) or not _sums(bottom):
        return S.Zero, top
    whole = cancel(plain / bottom)
    return (whole.expand(), (top - plain).expand()) if not _sums(fraction(whole)[1]) else (S.Zero, top)


def _sums(bottom: Expr) -> list[Expr]:
    """The factors of a denominator that are sums."""
    return [p for p in Mul.make_args(bottom) if p.as_base_exp()[0].is_Add]


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
