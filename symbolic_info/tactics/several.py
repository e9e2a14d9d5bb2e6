"""Textbook form under a law of several variables: fractions keep the denominators with which they come."""

from __future__ import annotations

from collections.abc import Callable

from sympy import Add, Dummy, Expr, Mul, S, cancel, factor_terms, fraction, log, loggamma, polygamma, together

from ..exact.given import Given
from ..exact.zero import normal
from ..language.distribution import laws_in
from ..language.operators import Sum
from ..language.support import Cone
from ..language.terms import Expectation
from ..language.vectors import DirichletVector
from .fractions import fractions, squares
from .present import present


def form_for(e: Expr) -> Callable[[Expr, Given], Expr]:
    """The textbook form of what is said about the laws of an expression."""
    laws = laws_in(e)
    if any(hasattr(law, "moments") for law in laws):
        return gathered
    if any(isinstance(law.support, Cone) for law in laws):
        return at_the_gammas
    return summed if any(isinstance(law, DirichletVector) for law in laws) else present


def gathered(e: Expr, given: Given) -> Expr:
    """The terms of a sum by the sums in their denominators: each group cancelled, or else over its denominator."""
    inner = [a for t in Add.make_args(e) for a in t.atoms(Add) if a.is_polynomial()]
    e = e.xreplace({a: squares(a, whole=False) for a in inner})
    groups: dict[Expr, list[Expr]] = {}
    for t in Add.make_args(e):
        groups.setdefault(_sums(fraction(t)[1]), []).append(t)
    plain = groups.pop(S.One, [])
    kept = []
    for below, terms in groups.items():
        top = Add(*(cancel(below / fraction(t)[1]) * fraction(t)[0] for t in terms)).expand()
        whole = cancel(together(top / below))
        if _sums(fraction(whole)[1]) == 1:
            plain.append(whole)
        else:
            number, over = Add(*fractions(list(Add.make_args(top)))).primitive()
            kept.append(Mul(number, factor_terms(over), 1 / below))
    return Add(present(Add(*plain), given), *kept)


def at_the_gammas(e: Expr, given: Given) -> Expr:
    """ψ where log Γ stands: ψ(a + 1) = ψ(a) + 1/a beside log Γ(a)."""
    made = present(e, given)
    beside = {h.args[-1] - S.Half for h in made.atoms(polygamma)}
    places = {h.args[0] for h in made.atoms(loggamma)} | beside
    put = {h: h.args[-1] - 1 for h in made.atoms(polygamma) if h.args[-1] - 1 in places}
    heads: dict[Expr, Expr] = {}
    plain: list[Expr] = []
    rest: list[Expr] = []
    for t in Add.make_args(made):
        own = next((h for h in Mul.make_args(t) if isinstance(h, polygamma)), None)
        if own is not None:
            a = put.get(own)
            c = t / own
            heads[c] = heads.get(c, S.Zero) + (own if a is None else own.func(0, a))
            rest += [] if a is None else [c / a]
        else:
            (plain if t.atoms(loggamma, log, Expectation) else rest).append(t)
    return Add(*plain, *(c * h for c, h in heads.items()), gathered(Add(*rest), given))


def _sums(e: Expr) -> Expr:
    """The factors of a product that are sums, without their common numbers."""
    return Mul(*(f for f in Mul.make_args(e) if f.as_base_exp()[0].is_Add)).as_content_primitive()[1]


def summed(e: Expr, given: Given) -> Expr:
    """The sums over the components of a vector as one, differences of the same weight kept together."""
    sums = sorted((s for s in e.atoms(Sum) if not s.atoms(Expectation)), key=str)
    if not sums or e.atoms(Expectation):
        return present(e, given)
    (low, high), i, j = sums[0].outer, Dummy("i", real=True), Dummy("j", real=True)
    inside, outside = S.Zero, S.Zero
    for t in Add.make_args(normal(e, given)):
        own = [s for s in Mul.make_args(t) if isinstance(s, Sum) and s.outer == (low, high)]
        if len(own) == 1:
            inside += t / own[0] * own[0].at(i)
        elif high in Mul.make_args(t) and low == 1:
            inside += t / high
        else:
            outside += t
    whole = Sum(low, high, i, i)
    body = _weighted(inside, given.under(whole))
    body = body.xreplace({s: s.renamed([j]) for s in body.atoms(Sum)})
    return present(outside, given) + Sum(low, high, body, i)


def _weighted(e: Expr, given: Given) -> Expr:
    """c ψ(a) − c ψ(b) as c (ψ(a) − ψ(b))."""
    heads: dict[Expr, Expr] = {}
    rest = []
    for t in Add.make_args(e.expand()):
        own = [h for h in Mul.make_args(t) if isinstance(h, polygamma)]
        if own:
            heads[own[0]] = heads.get(own[0], S.Zero) + t / own[0]
        else:
            rest.append(t)
    pairs = [(a, b) for a in heads for b in heads if b.has(Sum) and not a.has(Sum) and heads[a] == -heads[b]]
    taken = {h for pair in pairs[:1] for h in pair}
    joined = Add(*(heads[a] * (a - b) for a, b in pairs[:1]))
    return joined + present(Add(*rest, *(c * h for h, c in heads.items() if h not in taken)), given)
