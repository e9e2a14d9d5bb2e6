"""The signs that an expression may have, from the signs of its parts.  All arithmetic is exact."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from sympy import Abs, Add, Expr, Mul, Pow, S, Symbol, together
from sympy import functions as f

from ..language.binder import Term
from ..language.functions import POSITIVE_FOR
from ..language.terms import Density
from .ball import certain_sign

Signs = frozenset[int]
ANY: Signs = frozenset({-1, 0, 1})
POSITIVE: Signs = frozenset({1})
NEGATIVE: Signs = frozenset({-1})
NONNEGATIVE: Signs = frozenset({0, 1})
NONPOSITIVE: Signs = frozenset({-1, 0})
NONZERO: Signs = frozenset({-1, 1})

# Expressions with the signs that they are known to have: what no parameter of a chart could express.
Gaps = tuple[tuple[Expr, Signs], ...]


def signs_of(e: Expr, gaps: Gaps) -> Signs:
    if e.is_Float:
        return ANY
    if e.is_Rational:
        return frozenset({(e.p > 0) - (e.p < 0)})
    if e.is_number and not e.atoms(Term):
        exact = certain_sign(e)
        return ANY if exact is None else frozenset({exact})
    if isinstance(e, Symbol):
        if e.is_positive or e.is_negative:
            return POSITIVE if e.is_positive else NEGATIVE
        return NONNEGATIVE if e.is_nonnegative else NONZERO if e.is_nonzero else ANY
    if isinstance(e, Mul):
        return _products([signs_of(a, gaps) for a in e.args])
    if isinstance(e, Add):
        return _sum(e, gaps)
    if isinstance(e, Pow):
        return _power(e, gaps)
    return _function(e, gaps)


def _products(parts: list[Signs]) -> Signs:
    made: Signs = POSITIVE
    for part in parts:
        made = frozenset(a * b for a, b in product(made, part))
    return made


def _power(e: Pow, gaps: Gaps) -> Signs:
    base = signs_of(e.base, gaps)
    if base == POSITIVE and e.exp.is_real:
        return POSITIVE
    if e.exp.is_integer and (e.exp.is_positive or 0 not in base):
        if e.exp.is_even:
            return frozenset(a * a for a in base)
        return base if e.exp.is_odd else ANY
    return NONNEGATIVE if base <= NONNEGATIVE and e.exp.is_positive else ANY


@lru_cache(maxsize=50_000)
def _sum(e: Expr, gaps: Gaps) -> Signs:
    made = _terms(e, gaps)
    if made != ANY or all(t.as_coeff_Mul()[1].is_Atom for t in e.args):  # a linear form has no factors
        return made
    broken = any(p.exp.is_negative for p in e.atoms(Pow))
    top, bottom = together(e).as_numer_denom() if broken else (e, S.One)
    for form in (way(top) for way in (Expr.expand, Expr.factor)):
        simpler = all(a.count_ops() < e.count_ops() for a in form.args)
        made = _terms(form, gaps) if form.is_Add else signs_of(form, gaps) if simpler else ANY
        if made != ANY:
            return _products([made, signs_of(bottom, gaps)])
    return ANY


def _terms(e: Expr, gaps: Gaps) -> Signs:
    """A sum by its terms, as they are written."""
    made = _added([signs_of(a, gaps) for a in e.args])
    for gap, known in gaps:
        ratio = (e / gap).cancel() if made == ANY and e.free_symbols == gap.free_symbols else e
        if ratio.is_Rational:
            made = _products([signs_of(ratio, ()), known])
    for shape in (_by_gap, _log_of_ratio, _two_powers, _square_and_rest):
        made = made if made != ANY else shape(e, gaps)
    return made


def _log_of_ratio(e: Expr, gaps: Gaps) -> Signs:
    """c log a − c log b has the sign of c (a/b − 1), for positive a and b."""
    parts = [t.as_coeff_Mul() for t in e.args]
    if not all(isinstance(head, f.log) and signs_of(head.args[0], gaps) == POSITIVE for _, head in parts):
        return ANY
    unit = abs(parts[0][0])
    if not all(c.is_Rational and (c / unit).is_Integer for c, _ in parts):
        return ANY
    ratio = Mul(*(head.args[0] ** (c / unit) for c, head in parts))
    return signs_of(together(ratio - 1), gaps)


def _two_powers(e: Expr, gaps: Gaps) -> Signs:
    """∏ b^k − 1 has the sign of Σ k log b, for positive b (DLMF 4.2.19)."""
    parts = [t.as_coeff_Mul() for t in e.args]
    one, other = (t for t in e.args) if len(parts) == 2 else (S.Zero, S.Zero)
    if one == 0 or signs_of(one, gaps) | signs_of(other, gaps) != NONZERO or not e.has(Pow):
        return ANY
    up, down = (one, other) if signs_of(one, gaps) == POSITIVE else (other, one)
    powers = [b.as_base_exp() for b in Mul.make_args(up / -down)]
    if all(k.is_Integer for _, k in powers) or not all(signs_of(b, gaps) == POSITIVE for b, _ in powers):
        return ANY
    return signs_of(Add(*(k * f.log(b) for b, k in powers)), gaps)


def _square_and_rest(e: Expr, gaps: Gaps) -> Signs:
    """A s² + B s + C = A (s + B/2A)² + C − B²/4A is at least C − B²/4A, for a number A > 0."""
    for s in sorted((s for s in e.free_symbols if s.is_nonnegative is None), key=str):
        A, B = e.coeff(s, 2), e.coeff(s, 1)
        rest = (e - A * s**2 - B * s).expand()
        if A.is_Rational and A > 0 and not rest.has(s):
            return _added([NONNEGATIVE, signs_of((rest - B**2 / (4 * A)).expand(), gaps)])
    return ANY


def _by_gap(e: Expr, gaps: Gaps) -> Signs:
    """e = c·gap + rest with c > 0, so that a symbol of the gap is gone from the rest (one step of elimination)."""
    for i, (gap, known) in enumerate(gaps):
        for s in gap.free_symbols:
            ratio = e.coeff(s, 1) / gap.coeff(s, 1) if gap.coeff(s, 1) != 0 else S.Zero
            if ratio.is_Rational and ratio > 0:
                rest = signs_of((e - ratio * gap).expand(), (*gaps[:i], *gaps[i + 1 :]))
                made = _added([rest, known])
                if made != ANY:
                    return made
    return ANY


def _added(parts: list[Signs]) -> Signs:
    reach = frozenset().union(*parts)
    if reach <= NONNEGATIVE:
        return POSITIVE if POSITIVE in parts else reach
    if reach <= NONPOSITIVE:
        return NEGATIVE if NEGATIVE in parts else reach
    return parts[0] if len(parts) == 1 else ANY


def _function(e: Expr, gaps: Gaps) -> Signs:
    if isinstance(e, f.exp | f.erfc | f.cosh) or (isinstance(e, Term) and e.is_positive):
        return POSITIVE
    if isinstance(e, f.log):
        return signs_of(e.args[0] - 1, gaps) if signs_of(e.args[0], gaps) == POSITIVE else ANY
    if isinstance(e, Abs):
        return POSITIVE if 0 not in signs_of(e.args[0], gaps) else NONNEGATIVE
    if isinstance(e, f.gamma | f.beta | f.factorial | f.binomial | f.zeta | f.expint | f.besseli | f.Min):
        return POSITIVE if all(signs_of(a, gaps) == POSITIVE for a in POSITIVE_FOR[e.func](*e.args)) else ANY
    if isinstance(e, f.polygamma) and e.args[0].is_odd:
        return POSITIVE if signs_of(e.args[1], gaps) == POSITIVE else ANY
    if isinstance(e, f.erf | f.atan | f.sinh):
        return signs_of(e.args[0], gaps)
    return NONNEGATIVE if isinstance(e, Density) else ANY
