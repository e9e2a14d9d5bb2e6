"""What an elementary function does near an end of an interval, as a sum of terms c·e^{scale} in t → ∞.

There x = ±t, or x = end ± 1/t.  Each term is known exactly, up to a factor 1 + o(1), up to a factor between
positive bounds, or only in its size (DLMF §2.1; Hardy, Orders of Infinity, 1910, ch. III).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sympy import Abs, Add, Expr, Mul, Pow, S, Symbol, exp, log, loggamma, oo

from ..exact.given import Given
from ..exact.signs import NEGATIVE, POSITIVE
from ..exact.zero import normal
from ..language.binder import sympify_basic
from ..language.functions import log_gammas
from .limits import continuous
from .scales import LOG, LOG_LOG, ONE, Scale, Untold, limit_sign, monomial, plus, times

EXACT, EQUIVALENT, BETWEEN, SIZE = range(4)
MOST = 60  # terms of one expansion


@dataclass(frozen=True)
class Grown:
    """A term c·e^{scale}: exactly, times 1 + o(1), times a factor between positive bounds, or O(e^{scale}) only."""

    c: Expr
    scale: Scale
    kind: int = EXACT


@dataclass(frozen=True)
class End:
    """One end of a range, approached by t → ∞: x = point + side/t, or, at ±∞, x = centre + side·t."""

    point: Expr
    side: int
    given: Given
    centre: Expr = S.Zero

    @property
    def here(self) -> list[Grown]:
        """The variable itself."""
        far = self.point.is_infinite
        start = self.centre if far else self.point
        moved = Grown(sympify_basic(self.side), monomial(S.One if far else -S.One))
        return [moved] if start == 0 else [Grown(start, ONE), moved]

    @property
    def width(self) -> Scale:
        """|dx/dt|"""
        return ONE if self.point.is_infinite else monomial(S(-2))

    def terms(self, f: Expr, x: Symbol) -> list[Grown]:
        """The function near the end, terms of one scale gathered.  Raises Untold."""
        return gathered(self._terms(f, x), self.given)

    def exponent(self, f: Expr, x: Symbol) -> Scale:
        """The scale of e^{f(x)}, a factor between positive bounds aside.  Raises Untold."""
        made = self._exponential(f, x)
        if made.kind == SIZE:
            raise Untold(f"e to the power {f}")
        return made.scale

    def _terms(self, f: Expr, x: Symbol) -> list[Grown]:
        if not f.has(x):
            return [Grown(f, ONE)] if f != 0 else []
        if f == x:
            return self.here
        try:
            return self._made(f, x)
        except Untold:
            value = None if self.point.is_infinite else continuous(f, x, self.point, self.given)
            if value is None:
                raise
            return [Grown(value, ONE, EQUIVALENT)]

    def _made(self, f: Expr, x: Symbol) -> list[Grown]:
        if isinstance(f, Add):
            return [t for a in f.args for t in self._terms(a, x)]
        if isinstance(f, Mul):
            return self._product([self._terms(a, x) for a in f.args])
        if isinstance(f, Pow) and f.exp.has(x) and not f.base.has(x) and not self.given.positive(f.base):
            raise Untold(f"a power of {f.base}")
        if isinstance(f, exp) or (isinstance(f, Pow) and f.exp.has(x)):
            return [self._exponential(f.exp if f.base is S.Exp1 else f.exp * log(f.base), x)]
        if isinstance(f, Pow):
            return self._pow(self._terms(f.base, x), f.exp)
        if (factor := log_gammas(log(f))) is not None:
            return [self._exponential(factor, x)]
        counted = log_gammas(f)
        if counted is not None:
            return self._terms(counted, x)
        (inside,) = f.args if isinstance(f, log | Abs | loggamma) else (None,)
        if inside is None:
            raise Untold(f"{f}")
        made = self.terms(inside, x)
        return {log: self._log, Abs: self._abs, loggamma: self._loggamma}[f.func](made)

    def _product(self, factors: Sequence[list[Grown]]) -> list[Grown]:
        made = [Grown(S.One, ONE)]
        for terms in factors:
            made = [self._times(a, b) for a in made for b in terms]
            if len(made) > MOST:
                raise Untold("too many terms")
        return made

    def _times(self, a: Grown, b: Grown) -> Grown:
        return Grown(a.c * b.c, plus(a.scale, b.scale, self.given), max(a.kind, b.kind))

    def _pow(self, base: list[Grown], n: Expr) -> list[Grown]:
        """A whole power multiplied out; any other is that of the leading term, up to 1 + o(1)."""
        if n.is_Integer and 0 < n <= 8:
            return self._product([base] * int(n))
        base = gathered(base, self.given)
        if all(t.kind == SIZE for t in base) and self.given.positive(n):
            return [Grown(S.One, times(t.scale, n, self.given), SIZE) for t in base]
        first = leading(base, self.given)
        if not (n.is_Integer or self.given.positive(first.c)):
            raise Untold(f"a power {n} of what is not positive")
        if first.scale == ONE and all(t.kind == EXACT for t in base):
            return self._smooth(first, base, first.c**n, n * first.c ** (n - 1))
        kind = first.kind if len(base) == 1 else max(first.kind, EQUIVALENT)
        return [Grown(first.c**n, times(first.scale, n, self.given), kind)]

    def _exponential(self, f: Expr, x: Symbol) -> Grown:
        """e^f for f a sum of terms t^d (log t)^e, a constant, and what vanishes or stays bounded."""
        constant, kind, scale = S.Zero, EXACT, ONE
        terms = self.terms(f, x)
        for t in terms:
            way = limit_sign(t.scale, self.given)
            if way == NEGATIVE:
                kind = max(kind, EQUIVALENT)
            elif way == frozenset({0}):
                constant, kind = constant + (t.c if t.kind < BETWEEN else 0), max(kind, min(t.kind, BETWEEN))
            elif t.kind == EXACT and {key for key, _ in t.scale} <= {LOG, LOG_LOG} and way == POSITIVE:
                powers = dict(t.scale)
                scale = plus(scale, (((powers.get(LOG, S.Zero), powers.get(LOG_LOG, S.Zero)), t.c),), self.given)
            elif self.given.signs(leading(terms, self.given).c) == NEGATIVE:
                return Grown(S.One, ONE, SIZE)  # e^{−∞} is bounded
            else:
                raise Untold(f"e to the power {f}")
        return Grown(exp(constant), scale, kind)

    def _log(self, inside: list[Grown]) -> list[Grown]:
        """log of c·e^{scale}(1 + o(1)) is scale + log c + o(1)."""
        first = leading(inside, self.given)
        if not self.given.positive(first.c):
            raise Untold("a logarithm")
        if first.scale == ONE and all(t.kind == EXACT for t in inside):
            return self._smooth(first, inside, log(first.c), 1 / first.c)
        if any(key == LOG_LOG for key, _ in first.scale):
            return [Grown(S.One, monomial(S.Zero, S.One), SIZE)]  # log log t = O(log t)
        kind = first.kind if len(inside) == 1 else max(first.kind, EQUIVALENT)
        constant = Grown(log(first.c), ONE, kind) if kind < BETWEEN else Grown(S.One, ONE, SIZE)
        return [constant, *(Grown(c, monomial(d, e)) for (d, e), c in first.scale)]

    def _smooth(self, first: Grown, inside: list[Grown], value: Expr, slope: Expr) -> list[Grown]:
        """φ(c + h) = φ(c) + φ′(c) h + O(h²) for h → 0, where φ is smooth at c."""
        small = [t for t in inside if t is not first]
        squares = (Grown(S.One, plus(a.scale, b.scale, self.given), SIZE) for a in small for b in small)
        return [Grown(value, ONE), *(replace(t, c=slope * t.c) for t in small), *squares]

    def _abs(self, inside: list[Grown]) -> list[Grown]:
        try:
            sign = self.given.signs(leading(inside, self.given).c)
        except Untold:
            if self.point.is_finite:  # then by continuity, if at all
                raise
            return [Grown(S.One, t.scale, SIZE) for t in inside]  # |a + b| ≤ |a| + |b|
        return inside if sign == POSITIVE else [replace(t, c=-t.c) for t in inside]

    def _loggamma(self, inside: list[Grown]) -> list[Grown]:
        """log Γ(t + c) = t log t − t + (c − ½) log t + O(1) (DLMF 5.11.8)."""
        first = leading(inside, self.given)
        others = [t for t in inside if t != first]
        bounded = Grown(S.One, ONE, SIZE)
        if first.scale == ONE and first.kind < SIZE and self.given.positive(first.c):
            return [bounded]
        if first != Grown(S.One, monomial(S.One)) or any(t.scale != ONE or t.kind != EXACT for t in others):
            raise Untold("a gamma function")
        c = Add(*(t.c for t in others))
        powers = ((S.One, S.One, S.One), (S.One, S.Zero, -S.One), (S.Zero, S.One, c - S.Half))
        return [bounded, *(Grown(k, monomial(d, e)) for d, e, k in powers)]


def ends_of(low: Expr, high: Expr, given: Given, centre: Expr = S.Zero) -> list[End]:
    """Both ends of an interval."""
    sides = (1 if low != -oo else -1, -1 if high != oo else 1)
    return [End(sympify_basic(a), side, given, centre) for a, side in zip((low, high), sides, strict=True)]


def gathered(terms: Iterable[Grown], given: Given) -> list[Grown]:
    """Terms of one scale as one: their coefficients added, or only their size where these may cancel."""
    groups: dict[Scale, list[Grown]] = {}
    for t in terms:
        groups.setdefault(t.scale, []).append(t)
    made = []
    for scale, group in groups.items():
        kind = max(t.kind for t in group)
        c = normal(Add(*(t.c for t in group)), given)
        alike = kind < BETWEEN or len(group) == 1 or {given.signs(t.c) for t in group} == {POSITIVE}
        if c != 0 or kind != EXACT:
            made.append(Grown(c, scale, kind) if c != 0 and alike and kind < SIZE else Grown(S.One, scale, SIZE))
    return made


def leading(terms: list[Grown], given: Given) -> Grown:
    """The term, of known sign, to which the others are small.  Raises Untold."""
    for t in terms:
        certain = t.kind < SIZE and given.signs(t.c) in (POSITIVE, NEGATIVE)
        if certain and all(smaller(o, t, given) for o in terms if o is not t):
            return t
    raise Untold("no term leads")


def smaller(a: Grown, b: Grown, given: Given) -> bool:
    """a = o(b)"""
    return limit_sign(plus(a.scale, times(b.scale, -S.One, given), given), given) == NEGATIVE
