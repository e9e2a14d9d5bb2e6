"""Limits, found by structure: continuity, dominance of powers over logarithms, of exponentials over powers."""

from __future__ import annotations

from sympy import Abs, Add, Dummy, Expr, Mul, Pow, S, Symbol, exp, expand, log, oo, preorder_traversal, together

from ..exact.given import Given
from ..exact.zero import normal
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.binder import Term
from ..language.operators import Limit

limits = rule("limit")
_NOT_REAL = (S.NaN, S.ComplexInfinity, S.Infinity, S.NegativeInfinity, S.ImaginaryUnit)


@limits.of
def of_body(e: Limit, given: Given) -> Outcome | None:
    """lim f by continuity; t^a |log t|^n → 0 as t → 0⁺ for a > 0; tⁿ e^{−ct} → 0 as t → ∞ for c > 0.

    The limit of a sum or product is that of its parts where these are finite; log t → −∞ as t → 0⁺
    (DLMF 4.4.14, 4.4.18).
    """
    point, side = e.outer
    if e.body.atoms(Term):
        return None
    found = limit_of(e.body, e.variable, point, side, given)
    return None if found is None else Outcome(found)


def limit_of(f: Expr, v: Symbol, point: Expr, side: Expr, given: Given) -> Expr | None:
    """The limit from above (side 1) or below (−1), ±∞ included; None where the rules do not tell."""
    if point in (oo, -oo):
        t = Dummy("t", positive=True)
        return _at_infinity(f.xreplace({v: t if point == oo else -t}), t, given)
    value = continuous(f, v, point, given)
    if value is not None:
        return value
    t = Dummy("t", positive=True)
    return _at_zero(f.xreplace({v: point + side * t}), t, given | [t < 1])


def continuous(f: Expr, v: Symbol, point: Expr, given: Given) -> Expr | None:
    """The value at the point, if every function in f is continuous there; of densities and the like nobody knows."""
    here = f.xreplace({v: point})
    if any(t.has(v) for t in f.atoms(Term)):
        return None
    if any(part.xreplace({v: point}).has(*_NOT_REAL) for part in preorder_traversal(f)):
        return None
    if any(d.exp.has(v) and not given.positive(d.base.xreplace({v: point})) for d in f.atoms(Pow)):
        return None
    if any(not given.nonzero(d.base.xreplace({v: point})) for d in f.atoms(Pow) if d.exp.is_negative):
        return None
    try:
        well_formed(here, given, Conditions())
    except Rejected:
        return None
    return here


def _at_zero(f: Expr, t: Dummy, given: Given) -> Expr | None:
    """The limit as t → 0⁺, by terms c t^k (log t)^n; of infinite terms that disagree the strongest decides."""
    terms = [_order_at_zero(p, t, given) for p in Add.make_args(expand(_logs_apart(f, given)))]
    if any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    values = [_dominated(*term, given) for term in known]
    if not {oo, -oo} <= set(values):
        return _added(values)
    if not all(k.is_Rational for _, k, _ in known):
        return None
    strongest = min((k, -n) for _, k, n in known)
    leading = Add(*(c for c, k, n in known if (k, -n) == strongest))
    return _dominated(leading, strongest[0], -strongest[1], given) if given.nonzero(leading) else None


def _logs_apart(f: Expr, given: Given) -> Expr:
    """log of a product that contains t as a sum of logs."""
    return f.replace(lambda e: isinstance(e, log), lambda e: normal(e, given))


def _order_at_zero(p: Expr, t: Dummy, given: Given) -> tuple[Expr, Expr, int] | None:
    """A term as c(1 + o(1))·t^k·(log t)^n, or (c + o(1)) t^k (log t)^n where c may be zero: c, k and n."""
    rest, order, logs = S.One, S.Zero, 0
    for factor in Mul.make_args(p):
        base, k = factor.as_base_exp()
        if base == t and not k.has(t):
            order += k
        elif base == log(t) and k.is_Integer and k > 0:
            logs += int(k)
        elif factor.has(t):
            smooth = _first_order(factor, t, given)
            if smooth is None:
                return None
            rest, order = rest * smooth[0], order + smooth[1]
        else:
            rest *= factor
    return rest, order, logs


def _first_order(factor: Expr, t: Dummy, given: Given) -> tuple[Expr, Expr] | None:
    """A factor as c·t^k(1 + o(1)), or as c + o(1) where c may be 0: its value, or, log(1 − t)-like, of first order."""
    value = continuous(factor, t, S.Zero, given)
    if value is None or value != 0:
        return None if value is None else (value, S.Zero)
    slope = continuous(factor.diff(t), t, S.Zero, given)
    return None if slope is None or not given.nonzero(slope) else (slope, S.One)


def _dominated(c: Expr, order: Expr, logs: int, given: Given) -> Expr | None:
    """c t^order (log t)^logs as t → 0⁺."""
    if c == 0 or given.positive(order):
        return S.Zero
    if order == 0 and logs == 0:
        return c
    if order != 0 and not given.positive(-order):
        return None
    sign = given.signs(c * (-1) ** logs)
    return {frozenset({1}): oo, frozenset({-1}): -oo}.get(sign)


def _added(parts: list[Expr | None]) -> Expr | None:
    if any(p is None for p in parts) or (oo in parts and -oo in parts):
        return None
    return Add(*parts)


def _at_infinity(f: Expr, t: Dummy, given: Given) -> Expr | None:
    """The limit as t → ∞: exponentials decide, then powers, then logarithms."""
    parts = []
    for p in Add.make_args(expand(_logs_apart(f, given | [t > 1]))):
        if p.has(exp) and any(isinstance(a, exp) and a.has(t) for a in Mul.make_args(p)):
            parts.append(_with_exponential(p, t, given))
        else:
            u = Dummy("u", positive=True)
            parts.append(_at_zero(together(p.xreplace({t: 1 / u})), u, given | [u < 1]))
    return _added(parts)


def _with_exponential(p: Expr, t: Dummy, given: Given) -> Expr | None:
    """tᵃ (log t)ⁿ e^{u(t)} → 0 when u is a polynomial whose leading coefficient is negative."""
    u, rest = S.Zero, S.One
    for factor in Mul.make_args(p):
        if isinstance(factor, exp):
            u += factor.args[0]
        else:
            rest *= factor
    u = u.expand()
    plain = all(
        not a.has(t) or (a.as_base_exp()[0] in (t, log(t), Abs(t)) and not a.as_base_exp()[1].has(t))
        for a in Mul.make_args(rest)
    )
    if not plain or not u.is_polynomial(t):
        return None
    degree, leading = u.as_poly(t).degree(), u.as_poly(t).LC()
    return S.Zero if degree > 0 and given.positive(-leading) else None
