"""What Rényi's, Hellinger's, Jensen and Shannon's and Fisher's quantities mean."""

from __future__ import annotations

from sympy import Abs, Add, Dummy, Eq, Expr, Function, Gt, Le, Lt, Mul, Ne, S, Symbol, exp, log, oo, sign, true
from sympy import functions as f
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..kernel.conditions import Conditions, holds, well_formed
from ..kernel.rule import Outcome, Rejected
from ..language.binder import Term, sympify_basic
from ..language.claims import Covers
from ..language.distribution import Distribution
from ..language.functions import differentiated
from ..language.information import JS, Fisher, Grid, Hellinger2, Renyi, RenyiDivergence
from ..language.joint import size_of, variables_of
from ..language.models import Mixture
from ..language.support import COUNTING, Integers, Interval, Points, listed
from ..language.terms import KL, Density
from . import calculus
from .definitions import definition
from .score import support_moves
from .supports import beyond, support

SMOOTH = (*calculus.SMOOTH, f.sin, f.cos, f.besseli, f.factorial, f.binomial)


def _order(alpha: Expr) -> tuple[Boolean, ...]:
    """0 < α ≠ 1, as far as it is not plain."""
    return tuple(c for c in (alpha > 0, Ne(alpha, 1)) if c != true)


@definition.of
def renyi_entropy(e: Renyi, given: Given) -> Outcome:
    """H_α(P) = log E[p(X)^(α−1)]/(1 − α), for α > 0 and α ≠ 1 (Rényi 1961; van Erven & Harremoës 2014, (1))."""
    alpha, P = e.args
    at = variables_of(P, alpha)
    body = _raised(P.log_density(*at), alpha - 1)
    return Outcome(log(P.expect(body, at)) / (1 - alpha), _order(alpha))


def _raised(log_p: Expr, k: Expr) -> Expr:
    """p^k from log p: each c log u in it as u^(ck), each c log Γ(u) as Γ(u)^(ck), the rest as one exponential."""
    powers, rest = S.One, S.Zero
    for t in Add.make_args(log_p):
        logs = [u for u in Mul.make_args(t) if isinstance(u, log | f.loggamma)]
        if len(logs) == 1:
            (u,) = logs[0].args
            powers *= (u if isinstance(logs[0], log) else f.gamma(u)) ** (k * t / logs[0])
        else:
            rest += t
    return powers * exp(k * rest)


def _log_ratio(P: Distribution, Q: Distribution, at: tuple[Symbol, ...]) -> Expr:
    made: Expr = P.log_density(*at) - Q.log_density(*at)
    return made


@definition.of
def renyi_divergence(e: RenyiDivergence, given: Given) -> Outcome | None:
    """D_α(P ‖ Q) = log E_P[(p/q)^(α−1)]/(α − 1), for α > 0, α ≠ 1 and P ≪ Q (van Erven & Harremoës 2014, (1))."""
    alpha, P, Q = e.args
    if size_of(P) != size_of(Q) or not holds(Covers(P, Q), given):
        return None
    at = variables_of(P, Q, alpha)
    ratio = _raised(_log_ratio(P, Q, at), alpha - 1)
    return Outcome(log(P.expect(ratio, at)) / (alpha - 1), (*_order(alpha), Covers(P, Q)))


@definition.of
def renyi_divergence_below_one(e: RenyiDivergence, given: Given) -> Outcome | None:
    """D_α(P ‖ Q) = log E_Q[(p/q)^α]/(α − 1) = log ∫ p^α q^(1−α)/(α − 1), for 0 < α < 1 and Q ≪ P (the same)."""
    alpha, P, Q = e.args
    if size_of(P) != size_of(Q) or holds(Covers(P, Q), given) or not holds(Covers(Q, P), given):
        return None
    at = variables_of(Q, P, alpha)
    ratio = _raised(_log_ratio(P, Q, at), alpha)
    return Outcome(log(Q.expect(ratio, at)) / (alpha - 1), (*_order(alpha), Lt(alpha, 1), Covers(Q, P)))


@definition.of
def hellinger(e: Hellinger2, given: Given) -> Outcome | None:
    """H²(P, Q) = 1 − ∫ √(p q) = 1 − E_P[√(q/p)] if P ≪ Q, and 1 − E_Q[√(p/q)] if Q ≪ P (Tsybakov 2009, §2.4)."""
    for P, Q in (e.args, e.args[::-1]):
        if size_of(P) == size_of(Q) and holds(Covers(P, Q), given):
            at = variables_of(P, Q)
            ratio = _raised(_log_ratio(Q, P, at), S.Half)
            return Outcome(1 - P.expect(ratio, at), (Covers(P, Q),))
    return None


@definition.of
def jensen_shannon(e: JS, given: Given) -> Outcome | None:
    """JSD(P ‖ Q) = ½ D(P ‖ M) + ½ D(Q ‖ M), with M = ½ P + ½ Q (Lin 1991, (4.2))."""
    P, Q = e.args
    if size_of(P) != size_of(Q) or P.support.measure != Q.support.measure:
        return None
    M = Mixture(P, Q, S.Half)
    return Outcome(KL(P, M) / 2 + KL(Q, M) / 2)


@definition.of
def fisher_information(e: Fisher, given: Given) -> Outcome | None:
    """I(θ)ᵢⱼ = E[∂ log p(X; θ)/∂θᵢ · ∂ log p(X; θ)/∂θⱼ], where the support does not depend on θ and log p is
    differentiable in θ for almost every x (Lehmann & Casella, Theory of Point Estimation, §2.5).

    |u(x; θ)| has the slope u/|u| · ∂u for u ≠ 0, which fails at single points only: under a density, if u is
    linear in x.
    """
    if not _is_free(e) or not _is_differentiable(e, given):
        return None
    at = variables_of(e.law, *e.points)
    scores = [_score(e, at, v) for v in e.variables]
    return Outcome(_matrix([[e.law.expect(_double_angles(s * t), at) for t in scores] for s in scores]))


@definition.of
def fisher_information_of_a_list(e: Fisher, given: Given) -> Outcome | None:
    """I(θ)ᵢⱼ = Σ ∂ᵢp(x) ∂ⱼp(x)/p(x) over listed outcomes x with p(x) > 0, none of which depends on θ, where each p(x)
    is a rational function of θ (the same)."""
    points = listed(e.body.support)
    if points is None or not _is_free(e):
        return None
    masses = [exp(e.body.log_density(*map(sympify_basic, at))) for at in points]
    if not all(m.is_rational_function(*e.variables) and not m.atoms(Density) for m in masses):
        return None
    here = dict(zip(e.variables, e.points, strict=True))
    rows = [[Add(*(m.diff(v) * m.diff(w) / m for m in masses)) for w in e.variables] for v in e.variables]
    positive = tuple(c for m in masses if (c := m.xreplace(here) > 0) != true)
    return Outcome(_matrix([[a.xreplace(here) for a in row] for row in rows]), positive)


def _is_free(e: Fisher) -> bool:
    """Whether θ may move by itself: no outcome moves with it, and no equation binds it."""
    bound = {s for c in e.body.conditions() if isinstance(c, Eq) for s in c.free_symbols}
    return not bound & set(e.variables) and not any(support_moves(e.body, v) for v in e.variables)


def _matrix(rows: list[list[Expr]]) -> Expr:
    """A number, where there is one parameter."""
    return rows[0][0] if len(rows) == 1 else Grid(*rows)


def _score(e: Fisher, at: tuple[Symbol, ...], v: Symbol) -> Expr:
    """∂ log p(x; θ)/∂θᵢ at the point."""
    slope = differentiated(e.body.log_density(*at), v).replace(sign, lambda u: u / Abs(u))
    return slope.xreplace(dict(zip(e.variables, e.points, strict=True)))


def _double_angles(e: Expr) -> Expr:
    """sin² u as (1 − cos 2u)/2 and sin u cos u as sin(2u)/2 (DLMF 4.21.27, 4.21.28): means of angles are known."""
    for u in sorted({a.args[0] for a in e.atoms(f.sin)}, key=str):
        mark = Dummy("s")
        powers = e.expand().xreplace({f.sin(u): mark}).as_poly(mark)
        if powers is None or powers.degree() > 2:
            return e
        even, odd, square = (powers.coeff_monomial(mark**n) for n in (0, 1, 2))
        product = odd.coeff(f.cos(u), 1)
        rest = (odd - product * f.cos(u)) * f.sin(u)
        e = even + product * f.sin(2 * u) / 2 + rest.expand() + square * (1 - f.cos(2 * u)) / 2
    return e


def _is_differentiable(e: Fisher, given: Given) -> bool:
    """Whether log p is built near the point, for almost every x, from smooth functions, defined there."""
    at = variables_of(e.body, *e.points)
    body = e.body.log_density(*at)
    varying = [a for a in body.atoms(Function, Term) if a.free_symbols & set(e.variables)]
    kinks = [a.args[0] for a in varying if isinstance(a, Abs)]
    drawn = e.body.expect(body, at)
    try:
        well_formed(body, given.under(e).under(drawn), Conditions())
    except Rejected:
        return False
    return all(isinstance(a, (*SMOOTH, Abs)) for a in varying) and (
        not kinks or (e.body.support.measure != COUNTING and all(_is_linear(u, at) for u in kinks))
    )


def _is_linear(u: Expr, at: tuple[Symbol, ...]) -> bool:
    return len(at) == 1 and (slope := u.diff(*at)).is_Rational and slope != 0


@support.of
def infinite_renyi_divergence(e: RenyiDivergence, given: Given) -> Outcome | None:
    """D_α(P ‖ Q) = ∞ for α > 1 when P gives positive probability to a set where q = 0, and for any α > 0 when P and
    Q live apart (van Erven & Harremoës 2014, §II)."""
    alpha, P, Q = e.args
    outside, apart = beyond(P, Q, given), _apart(P, Q, given)
    if apart is not None:
        return Outcome(oo, (*_order(alpha), apart))
    return None if outside is None or not given.proves(alpha > 1) else Outcome(oo, (Gt(alpha, 1), outside))


@support.of
def greatest_distance(e: Hellinger2, given: Given) -> Outcome | None:
    """H²(P, Q) = 1 when P and Q live apart: then √(p q) = 0."""
    P, Q = e.args
    apart = _apart(P, Q, given)
    return None if apart is None else Outcome(S.One, (apart,))


@support.of
def greatest_divergence(e: JS, given: Given) -> Outcome | None:
    """JSD(P ‖ Q) = log 2 when P and Q live apart: then M has half of each density where that is positive (Lin 1991)."""
    P, Q = e.args
    apart = _apart(P, Q, given)
    return None if apart is None else Outcome(log(2), (apart,))


def _apart(P: Distribution, Q: Distribution, given: Given) -> Boolean | None:
    """A condition, shown by the facts, under which no point lies in both supports."""
    one, other = P.support, Q.support
    if isinstance(one, Points) and isinstance(other, Points):
        mine, theirs = ({tuple(map(sympify_basic, p)) for p in s.points} for s in (one, other))
        numbers = all(a.is_number for p in mine | theirs for a in p)
        return true if numbers and not mine & theirs else None
    if isinstance(one, Interval) and isinstance(other, Interval):
        found = (Le(sympify_basic(one.high), other.low), Le(sympify_basic(other.high), one.low))
    elif isinstance(one, Integers) and isinstance(other, Integers):
        found = (Lt(sympify_basic(one.high), other.low), Lt(sympify_basic(other.high), one.low))
    else:
        return None
    return next((c for c in found if given.proves(c)), None)
