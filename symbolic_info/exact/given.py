"""What is assumed, and the questions of sign that follow from it exactly.

The heart is a *chart*: each relation that bounds a symbol replaces it by an expression in positive
or nonnegative parameters (a < b makes b = a + u; 0 < p < 1 makes p = 1/(1+u)), so that every
admissible point is reached, and a sum of positive terms in the parameters is positive everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from sympy import Abs, Add, Basic, Dummy, Eq, Expr, Ge, Gt, Le, Lt, Mul, Ne, Pow, Rational, S, Symbol, oo, together, true
from sympy import functions as f
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean

from ..language.binder import Binder, Term
from ..language.terms import Covers, Density, Derivative, Expectation, Limit, Sum
from .ball import certain_sign

ANY, POSITIVE, NONNEGATIVE, ZERO = frozenset({-1, 0, 1}), frozenset({1}), frozenset({0, 1}), frozenset({0})
Signs = frozenset[int]
NEAR = Rational(1, 1024)


@dataclass(frozen=True)
class Given:
    """Facts on top of the assumptions that symbols carry: relations, finiteness, absolute continuity."""

    facts: frozenset[Boolean] = frozenset()

    def __or__(self, more: Iterable[Boolean]) -> Given:
        added = frozenset(c for m in more for c in And.make_args(m) if c != true)
        return self if added <= self.facts else Given(self.facts | added)

    def under(self, binder: Binder) -> Given:
        """What is known inside the scope of a binder, about its variables."""
        law = binder.outer[0] if binder.outer else None
        if type(binder).__name__ in ("Map", "AlmostSurely"):
            return self
        own = [c for c in self.facts if not c.free_symbols & set(binder.variables)]
        if isinstance(binder, Expectation):
            point = binder.variables
            alike = [law, *(c.args[1] for c in self.facts if isinstance(c, Covers) and c.args[0] == law)]
            own += [Gt(d, 0) for d in binder.body.atoms(Density) if any(q.charges(d, point) for q in alike)]
            own += list(binder.law.support.facts(point))
        elif isinstance(binder, Limit | Derivative):
            own += self._near(binder)
        elif len(binder.outer) == 2:
            (v,), (low, high) = binder.variables, binder.outer
            strict = not isinstance(binder, Sum)
            own += [(Gt if strict else Ge)(v, low), (Lt if strict else Le)(v, high)]
        return Given(frozenset(c for c in own if c != true))

    def _near(self, binder: Limit | Derivative) -> list[Boolean]:
        """A neighbourhood of the point, from one side for a limit: nothing farther away matters."""
        (v,), point = binder.variables, binder.outer[0]
        if isinstance(point, Symbol):  # what holds strictly at the point holds around it
            return [c.xreplace({point: v}) for c in self.facts if isinstance(c, Gt | Lt | Ne) and c.has(point)]
        if point in (oo, -oo):
            return [Gt(v, 1 / NEAR) if point == oo else Lt(v, -1 / NEAR)]
        side = binder.outer[1] if isinstance(binder, Limit) else 0
        return [Gt(v, point - (NEAR if side != 1 else 0)), Lt(v, point + (NEAR if side != -1 else 0))]

    def reduce(self, e: Expr) -> Expr:
        """The expression after the equations among the facts have been used."""
        return e.xreplace(self._equations) if self._equations else e

    def positive(self, e: Expr) -> bool:
        return self.signs(e) == POSITIVE

    def nonnegative(self, e: Expr) -> bool:
        return self.signs(e) <= NONNEGATIVE

    def nonzero(self, e: Expr) -> bool:
        return 0 not in self.signs(e)

    def proves(self, claim: Boolean) -> bool:
        """Whether a relation follows from the facts by signs, or is one of them."""
        if claim == true or claim in self.facts:
            return True
        if isinstance(claim, Gt | Lt):
            return self.positive(claim.gts - claim.lts)
        if isinstance(claim, Ge | Le):
            return self.nonnegative(claim.gts - claim.lts)
        if isinstance(claim, Ne):
            return self.nonzero(claim.lhs - claim.rhs)
        if isinstance(claim, Eq):
            return self.reduce(claim.lhs - claim.rhs).expand() == 0
        if type(claim).__name__ == "Contains":
            return bool(claim.args[0].is_integer)
        return isinstance(claim, Covers) and claim.args[0] == claim.args[1]

    def signs(self, e: Expr) -> Signs:
        """The signs that e may have; {1} means that e is certainly positive."""
        known = self._known.get(e)
        if known is None:
            chart, gaps = self._chart
            e_here = self.reduce(e).xreplace(self._means(e)).xreplace(self._marks).xreplace(chart)
            known = self._known[e] = _signs_of(e_here.xreplace(_whole(e_here)), tuple(gaps))
        return known

    def _means(self, e: Expr) -> dict[Basic, Expr]:
        """An expectation or a sum of something nonnegative is nonnegative; of something positive, an expectation is positive."""
        found: dict[Basic, Expr] = {}
        for mean in e.atoms(Expectation, Sum):
            inside = self.under(mean).signs(mean.body)
            if inside <= NONNEGATIVE:
                strict = inside == POSITIVE and isinstance(mean, Expectation)
                found[mean] = Dummy("m", **{"positive" if strict else "nonnegative": True})
        return found

    @cached_property
    def _known(self) -> dict[Expr, Signs]:
        return {}

    @cached_property
    def shown(self) -> dict[Boolean, tuple[str, ...]]:
        """The conditions that the kernel has shown under these facts, with the rules by which it did."""
        return {}

    @cached_property
    def _marks(self) -> dict[Basic, Expr]:
        """An unknown for each term of which a relation speaks."""
        terms = {t for c in self.facts if isinstance(c, Relational) for t in c.atoms(Term)}
        return {t: Dummy("t", real=True) for t in sorted(terms, key=str)}

    @cached_property
    def _equations(self) -> dict[Basic, Expr]:
        found: dict[Basic, Expr] = {}
        for c in sorted((c for c in self.facts if isinstance(c, Eq)), key=str):
            gap = (c.lhs - c.rhs).xreplace(found).expand()
            for s in sorted(gap.free_symbols, key=str, reverse=True):
                slope = gap.coeff(s, 1)
                if slope.is_Rational and slope != 0 and not (gap - slope * s).has(s):
                    value = (s - gap / slope).expand()
                    found = {k: v.xreplace({s: value}) for k, v in found.items()} | {s: value}
                    break
        return found

    @cached_property
    def _chart(self) -> tuple[dict[Basic, Expr], list[tuple[Expr, bool]]]:
        """The chart, and the gaps (with their strictness) that no parameter could express."""
        chart: dict[Basic, Expr] = {}
        rest: list[tuple[Expr, bool]] = []
        gaps = [
            (self.reduce(c.gts - c.lts).xreplace(self._marks), isinstance(c, Gt | Lt))
            for c in sorted(self.facts, key=str)
            if isinstance(c, Gt | Lt | Ge | Le) and not c.has(S.Infinity)
        ]
        gaps += [(value, True) for s, value in self._equations.items() if s.is_positive]
        gaps += [(s - 1, False) for s in sorted(self._symbols, key=str) if s.is_integer and s.is_positive]
        gaps.sort(key=lambda gap: (len(gap[0].free_symbols), str(gap[0])))
        while gaps:
            gap, strict = gaps.pop(0)
            here = gap.xreplace(chart).expand()
            if _signs_of(here, ()) <= (POSITIVE if strict else NONNEGATIVE):
                continue
            solved = _solved(here, strict)
            if isinstance(solved, tuple):
                chart = {k: v.xreplace(dict([solved])) for k, v in chart.items()} | dict([solved])
            elif solved is not None and (solved, True) not in rest:
                gaps[:0] = [(solved, True), (gap, strict)]
                rest.append((solved, True))
            else:
                rest.append((gap, strict))
        return chart, [(g.xreplace(chart), strict) for g, strict in rest]

    @property
    def _symbols(self) -> set[Symbol]:
        return {s for c in self.facts if isinstance(c, Relational) for s in c.free_symbols}


def _whole(e: Expr) -> dict[Basic, Expr]:
    """A positive whole number is at least 1."""
    own = [s for s in e.free_symbols if s.is_integer and s.is_positive]
    return {s: 1 + Dummy("n", nonnegative=True) for s in own}


def _solved(gap: Expr, strict: bool) -> tuple[Basic, Expr] | Expr | None:
    """An unknown of the gap, and its expression in a new parameter by which gap > 0 (or ≥ 0) always holds.

    Or a simpler gap, implied by this one, that must be used first: a + b < 1 with a > 0 implies b < 1.
    """
    unknowns = [a for a in gap.atoms(Symbol)]
    new = Dummy("u", **{"positive" if strict else "nonnegative": True})
    implied = None
    for a in sorted(unknowns, key=lambda a: (a.is_positive or False, a.is_nonnegative or False, str(a))):
        slope = gap.coeff(a, 1)
        rest = (gap - slope * a).expand()
        if not slope.is_Rational or slope == 0 or rest.has(a):
            continue
        bound = -rest / slope
        if a.is_nonnegative is None or (slope > 0 and _signs_of(bound, ()) <= NONNEGATIVE):
            return a, bound + new / slope if slope > 0 else bound - new / abs(slope)
        if slope < 0 and a.is_positive:
            if _signs_of(bound, ()) == POSITIVE:
                return a, bound / (1 + new)
            implied = rest
    return implied


def _signs_of(e: Expr, gaps: tuple[tuple[Expr, bool], ...]) -> Signs:
    if e.is_Rational:
        return frozenset({(e.p > 0) - (e.p < 0)})
    if e.is_number and not e.atoms(Term):
        exact = certain_sign(e)
        return ANY if exact is None else frozenset({exact})
    if isinstance(e, Symbol):
        if e.is_positive or e.is_negative:
            return POSITIVE if e.is_positive else frozenset({-1})
        return NONNEGATIVE if e.is_nonnegative else ANY
    if isinstance(e, Mul):
        return _products([_signs_of(a, gaps) for a in e.args])
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


def _power(e: Pow, gaps: tuple[tuple[Expr, bool], ...]) -> Signs:
    base = _signs_of(e.base, gaps)
    if base == POSITIVE and e.exp.is_real:
        return POSITIVE
    if e.exp.is_integer and (e.exp.is_positive or 0 not in base):
        if e.exp.is_even:
            return frozenset(a * a for a in base)
        return base if e.exp.is_odd else ANY
    return NONNEGATIVE if base <= NONNEGATIVE and e.exp.is_positive else ANY


def _sum(e: Expr, gaps: tuple[tuple[Expr, bool], ...]) -> Signs:
    made = _added([_signs_of(a, gaps) for a in e.args])
    for gap, strict in gaps if made == ANY else ():
        ratio = (e / gap).cancel()
        if ratio.is_Rational:
            made = _products([_signs_of(ratio, ()), POSITIVE if strict else NONNEGATIVE])
    made = made if made != ANY else _by_gap(e, gaps)
    if made != ANY:
        return made
    top, bottom = together(e).as_numer_denom()
    for form in (top.expand(), top.factor()):
        if form.is_Add and (bottom != 1 or form != e):
            made = _added([_signs_of(a, gaps) for a in form.args])
        elif not form.is_Add:
            made = _signs_of(form, gaps)
        if made != ANY:
            return _products([made, _signs_of(bottom, gaps)])
    return ANY


def _by_gap(e: Expr, gaps: tuple[tuple[Expr, bool], ...]) -> Signs:
    """e = c·gap + rest with c > 0, so that a symbol of the gap is gone from the rest (one step of elimination)."""
    for i, (gap, strict) in enumerate(gaps):
        for s in gap.free_symbols:
            ratio = e.coeff(s, 1) / gap.coeff(s, 1) if gap.coeff(s, 1) != 0 else 0
            if ratio and ratio.is_Rational and ratio > 0:
                rest = _signs_of((e - ratio * gap).expand(), (*gaps[:i], *gaps[i + 1 :]))
                made = _added([rest, POSITIVE if strict else NONNEGATIVE])
                if made != ANY:
                    return made
    return ANY


def _added(parts: list[Signs]) -> Signs:
    reach = frozenset().union(*parts)
    if reach <= NONNEGATIVE:
        return POSITIVE if POSITIVE in parts else reach
    if reach <= {-1, 0}:
        return frozenset({-1}) if frozenset({-1}) in parts else reach
    return ANY


def _function(e: Expr, gaps: tuple[tuple[Expr, bool], ...]) -> Signs:
    if isinstance(e, f.exp):
        return POSITIVE
    if isinstance(e, f.log):
        return _signs_of(e.args[0] - 1, gaps) if _signs_of(e.args[0], gaps) == POSITIVE else ANY
    if isinstance(e, Abs):
        return POSITIVE if 0 not in _signs_of(e.args[0], gaps) else NONNEGATIVE
    if isinstance(e, f.gamma | f.factorial):
        return POSITIVE if _signs_of(e.args[0], gaps) == POSITIVE else ANY
    if isinstance(e, f.beta):
        return POSITIVE if all(_signs_of(a, gaps) == POSITIVE for a in e.args) else ANY
    if isinstance(e, f.polygamma) and e.args[0].is_odd:
        return POSITIVE if _signs_of(e.args[1], gaps) == POSITIVE else ANY
    if isinstance(e, f.erf | f.atan | f.sinh):
        return _signs_of(e.args[0], gaps)
    if isinstance(e, f.erfc | f.cosh):
        return POSITIVE
    return NONNEGATIVE if isinstance(e, Density) else ANY
