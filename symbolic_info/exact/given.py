"""What is assumed, and the questions of sign that follow from it exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sympy import Abs, Add, Basic, Contains, Dummy, Eq, Expr, Ge, Gt, Le, Lt, Ne, Rational, S, Symbol, oo, true
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean

from ..language.binder import Binder, Term
from ..language.claims import AlmostSurely, Always, Covers
from ..language.distribution import laws_in
from ..language.domains import carried
from ..language.information import Fisher
from ..language.marginals import Marginal
from ..language.operators import Derivative, Limit, Product, Sum, Total
from ..language.support import COUNTING, LEBESGUE
from ..language.terms import Density, Expectation
from .chart import charted
from .signs import NONNEGATIVE, POSITIVE, Gaps, Signs, signs_of

NEAR = Rational(1, 1024)  # how near is near a point: a neighbourhood is as good as any smaller one


@dataclass(frozen=True)
class Given:
    """Facts on top of the assumptions that symbols carry: relations, finiteness, absolute continuity."""

    facts: frozenset[Boolean] = frozenset()

    def __or__(self, more: Iterable[Boolean]) -> Given:
        added = frozenset(c for m in more for c in And.make_args(m) if c != true)
        return self if added <= self.facts else Given(self.facts | added)

    def under(self, binder: Binder) -> Given:
        """What is known inside the scope of a binder, about its variables."""
        if type(binder).__name__ == "Coordinates":
            (v,) = binder.variables
            other = Given(frozenset(c for c in self.facts if v not in c.free_symbols))
            return other | [Ge(v, 1), Contains(v, S.Integers)]
        if isinstance(binder, AlmostSurely | Always) or not binder.outer:
            return self
        own = [c for c in self.facts if not c.free_symbols & set(binder.variables)]
        if len(binder.variables) == 1:
            own += [c.at(binder.variable) for c in self.facts if isinstance(c, Always)]
        if isinstance(binder, Expectation | Total):
            own += self._at_a_drawn_point(binder)
        elif isinstance(binder, Limit | Derivative | Fisher):
            own += self._near(binder)
        else:
            (v,), (low, high) = binder.variables, binder.outer
            strict = not isinstance(binder, Sum | Product)
            own += [(Gt if strict else Ge)(v, low), (Lt if strict else Le)(v, high)]
            own += [] if strict else [Contains(v, S.Integers)]
        return Given(frozenset(c for c in own if c != true))

    def _at_a_drawn_point(self, binder: Expectation | Total) -> list[Boolean]:
        """Densities are positive there, probabilities at most 1, and those of pairs at most those of their parts."""
        law, point = binder.outer[0], binder.variables
        alike = [law, *(c.args[1] for c in self.facts if isinstance(c, Covers) and c.args[0] == law)]
        inside = {d for inner in laws_in(binder.body) for c in inner.conditions() for d in c.atoms(Density)}
        densities = sorted(binder.body.atoms(Density) | inside, key=str)
        found = [Gt(d, 0) for d in densities if any(q.charges(d, point) for q in alike)]
        if law.support.measure == COUNTING:
            found += [Le(d, 1) for d in densities if d.args[0].support.measure == COUNTING]
            joint = law.law if isinstance(law, Marginal) else law
            parts = [d for d in densities if isinstance(d.args[0], Marginal) and d.args[0].law == joint]
            found += [Le(law.density(*point), d) for d in parts if law.charges(d, point)]
        if law.support.measure == LEBESGUE and len(point) == 1:  # no point has a positive probability
            kinks = [a.args[0] for a in sorted(binder.body.atoms(Abs), key=str)]
            found += [Ne(u, 0) for u in kinks if (slope := u.diff(*point)).is_Rational and slope != 0]
        return [*found, *law.support.facts(point)]

    def _near(self, binder: Limit | Derivative | Fisher) -> list[Boolean]:
        """A neighbourhood of the point, from one side for a limit: nothing farther away matters."""
        points = binder.points if isinstance(binder, Fisher) else binder.outer[:1]
        moved = {p: v for v, p in zip(binder.variables, points, strict=True) if isinstance(p, Symbol)}
        other = set(binder.variables) - moved.keys()  # a free name that is bound inside is another one
        found = [c for p, v in moved.items() for c in carried(p, v)]
        found += [c.xreplace(moved) for c in self.facts if c.free_symbols & moved.keys() and not c.free_symbols & other]
        side = binder.outer[1] if isinstance(binder, Limit) else 0
        for v, p in zip(binder.variables, points, strict=True):
            if p in (oo, -oo):
                found += [Gt(v, 1 / NEAR) if p == oo else Lt(v, -1 / NEAR)]
            elif p not in moved:
                found += [Gt(v, p - (NEAR if side != 1 else 0)), Lt(v, p + (NEAR if side != -1 else 0))]
        return [c for c in found if isinstance(c, Gt | Lt | Ne)]  # what holds strictly holds around the point

    def reduce(self, e: Expr) -> Expr:
        """The expression after the equations among the facts have been used."""
        return e.xreplace(self.equations) if self.equations else e

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
        if isinstance(claim, Contains):
            parts = [t.as_coeff_Mul() for t in Add.make_args(claim.args[0])]
            whole = all(c.is_Integer and (t.is_integer or Contains(t, S.Integers) in self.facts) for c, t in parts)
            return bool(whole and claim.args[1] == S.Integers)
        return isinstance(claim, Covers) and claim.args[0] == claim.args[1]

    def signs(self, e: Expr) -> Signs:
        """The signs that e may have; {1} means that e is certainly positive."""
        home, memory = _home(self)
        known = memory.get(e)
        if known is None:
            chart, gaps = home.chart
            plain = self.reduce(e)
            e_here = plain.xreplace(self._means(plain)).xreplace(home._marks).xreplace(chart)
            known = memory[e] = signs_of(e_here.xreplace(_whole(e_here)), gaps)
        return known

    def _means(self, e: Expr) -> dict[Basic, Expr]:
        """The mean, sum or product of something nonnegative is nonnegative; positive, but for empty sums, if it is."""
        found: dict[Basic, Expr] = {}
        for mean in e.atoms(Expectation, Sum, Product):
            inside = self.under(mean).signs(mean.body)
            if inside <= NONNEGATIVE:
                span = mean.outer[1] - mean.outer[0] if isinstance(mean, Sum) else S.Zero
                strict = inside == POSITIVE and span != oo and self.nonnegative(span)
                found[mean] = Dummy("m", **{"positive" if strict else "nonnegative": True})
        return found

    @cached_property
    def _shown(self) -> dict[Boolean, tuple[str, ...]]:
        """The conditions that the kernel has shown under these facts, with the rules by which it did."""
        return {}

    @cached_property
    def _marks(self) -> dict[Basic, Expr]:
        """An unknown for each term of which a relation speaks."""
        terms = {self.reduce(t) for c in self.facts if isinstance(c, Relational) for t in c.atoms(Term)}
        return {t: Dummy("t", real=True) for t in sorted(terms, key=str)}

    @cached_property
    def equations(self) -> dict[Basic, Expr]:
        """The symbols that the equations among the facts express by others."""
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
    def chart(self) -> tuple[dict[Basic, Expr], Gaps]:
        """The symbols in parameters that range over all admissible points, and the gaps left over."""
        relations = [c for c in sorted(self.facts, key=str) if isinstance(c, Relational) and not c.has(S.Infinity)]
        gaps = [
            (self.reduce(c.gts - c.lts).xreplace(self._marks), isinstance(c, Gt | Lt))
            for c in relations
            if isinstance(c, Gt | Lt | Ge | Le)
        ]
        gaps += [(value, bool(s.is_positive)) for s, value in self.equations.items() if s.is_nonnegative]
        symbols = {s for c in relations for s in c.free_symbols}
        gaps += [(-s, bool(s.is_negative)) for s in sorted(symbols, key=str) if s.is_nonpositive]
        gaps += [(s - 1, False) for s in sorted(symbols, key=str) if s.is_integer and s.is_positive]
        return charted(gaps, [c.lhs - c.rhs for c in relations if isinstance(c, Ne)])


@lru_cache(maxsize=5_000)
def _home(given: Given) -> tuple[Given, dict[Expr, Signs]]:
    """The one of all objects with these facts whose chart is used, and the signs that are known under them."""
    return given, {}


def _whole(e: Expr) -> dict[Basic, Expr]:
    """A positive whole number is at least 1."""
    return {s: 1 + Dummy("n", nonnegative=True) for s in e.free_symbols if s.is_integer and s.is_positive}
